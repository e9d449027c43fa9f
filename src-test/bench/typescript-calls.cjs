// Prints every call of a TypeScript or JavaScript project as the TypeScript compiler's own checker understands it.
// node typescript-calls.cjs FOLDER > calls.tsv        needs the npm package "typescript"
//
// One line a call site, tab-separated: file, line, called name, caller's simple name, verdict, callees. The verdict is
// "inside" (the callees are FILE#NAME, alternatives by spaces), "outside" or "unknown". The caller is the nearest function
// around the call that has a name, a class for its field initialisers, otherwise empty. A constructor goes by its class.
const ts = require('typescript');
const fs = require('fs');
const path = require('path');

const root = path.resolve(process.argv[2]);
const skipped = new Set(['node_modules', '.git']);
function sources(folder) {
  return fs.readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const full = path.join(folder, entry.name);
    if (entry.isDirectory()) return skipped.has(entry.name) ? [] : sources(full);
    return /\.([mc]?ts|tsx|[mc]?js|jsx)$/.test(entry.name) ? [full] : [];
  });
}

function written() {
  const file = path.join(root, 'tsconfig.json');
  if (!fs.existsSync(file)) return {};
  const options = ts.parseConfigFileTextToJson(file, fs.readFileSync(file, 'utf8')).config?.compilerOptions ?? {};
  return options.paths ? { paths: options.paths, baseUrl: path.resolve(root, options.baseUrl ?? '.') } : {};
}

const program = ts.createProgram(sources(root), {
  ...written(),
  allowJs: true,
  strict: true,
  jsx: ts.JsxEmit.Preserve,
  target: ts.ScriptTarget.ESNext,
  module: ts.ModuleKind.Preserve,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  maxNodeModuleJsDepth: 0,
  noEmit: true,
  skipLibCheck: true,
  types: [],
});
const checker = program.getTypeChecker();
const relative = (file) => path.relative(root, file).split(path.sep).join('/');
const inside = (file) => !relative(file).startsWith('..') && !file.includes('/node_modules/');

const functionLike = (node) =>
  ts.isFunctionLike(node) && !ts.isFunctionTypeNode(node) && !ts.isConstructorTypeNode(node) && !ts.isCallSignatureDeclaration(node);

function text(name) {
  if (!name) return '';
  return ts.isStringLiteralLike(name) || ts.isIdentifier(name) || ts.isPrivateIdentifier(name) ? name.text : name.getText();
}

/** The name of a function, its own or that of what holds it. */
function nameOf(node) {
  if (ts.isConstructorDeclaration(node)) return nameOf(node.parent);
  if (node.name) return ts.isFunctionExpression(node) && holder(node) ? holder(node) : text(node.name);
  return holder(node) || (isDefault(node) ? 'default' : '');
}
const isDefault = (node) =>
  ts.isExportAssignment(node.parent) || node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.DefaultKeyword);
function holder(node) {
  let parent = node.parent;
  while (parent && ts.isParenthesizedExpression(parent)) parent = parent.parent;
  if (!parent) return '';
  if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent))
    return ts.isIdentifier(parent.name) || ts.isStringLiteral(parent.name) || ts.isPrivateIdentifier(parent.name) ? text(parent.name) : '';
  if (ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken && ts.isPropertyAccessExpression(parent.left))
    return isMember(parent.left) ? text(parent.left.name) : '';
  return '';
}

/** Whether an assignment declares a member, rather than hands a function to an object at hand. */
function isMember(target) {
  const object = target.expression.getText();
  let around = target.parent;
  while (around && !ts.isFunctionLike(around)) around = around.parent;
  return !around || object === 'this' || /^(module\.)?exports$|\.prototype$/.test(object);
}

function callerOf(node) {
  for (let at = node.parent, below = node; at; below = at, at = at.parent) {
    if (functionLike(at) && nameOf(at) && (below === at.body || ts.isParameter(below))) return nameOf(at);
    if (ts.isClassLike(at) && at.members.includes(below)) return nameOf(at) || 'default';
  }
  return '';
}

/** FILE#NAME of a declaration that can be called, or null. */
function callable(declaration) {
  let node = declaration;
  if (ts.isVariableDeclaration(node) || ts.isPropertyAssignment(node) || ts.isPropertyDeclaration(node)) {
    let value = node.initializer;
    while (value && (ts.isParenthesizedExpression(value) || ts.isAsExpression(value))) value = value.expression;
    if (!value || !(functionLike(value) || ts.isClassLike(value))) return null;
    return `${relative(node.getSourceFile().fileName)}#${text(node.name)}`;
  }
  if (!functionLike(node) && !ts.isClassLike(node)) return null;
  if (ts.isTypeLiteralNode(node.parent)) return null;
  const name = nameOf(node);
  return name ? `${relative(node.getSourceFile().fileName)}#${name}` : null;
}

function aliased(symbol) {
  return symbol && symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

/** Whether the first name of a.b.c comes from a package that is not here: then nothing inside can be meant. */
function isForeign(call) {
  let at = call.expression ?? call.tag ?? call.tagName;
  while (at && (ts.isPropertyAccessExpression(at) || ts.isNonNullExpression(at) || ts.isParenthesizedExpression(at))) at = at.expression;
  const declared = at && ts.isIdentifier(at) ? checker.getSymbolAtLocation(at)?.declarations?.[0] : undefined;
  let statement = declared;
  while (statement && !ts.isImportDeclaration(statement) && !ts.isSourceFile(statement)) statement = statement.parent;
  const from = statement && ts.isImportDeclaration(statement) ? statement.moduleSpecifier : required(declared);
  return Boolean(from && ts.isStringLiteral(from) && !from.text.startsWith('.') && !checker.getSymbolAtLocation(from));
}
function required(declared) {
  let at = declared && ts.isBindingElement(declared) ? declared.parent.parent : declared;
  at = at && ts.isVariableDeclaration(at) ? at.initializer : undefined;
  while (at && ts.isPropertyAccessExpression(at)) at = at.expression;
  return at && ts.isCallExpression(at) && at.expression.getText() === 'require' ? at.arguments[0] : undefined;
}

function verdict(call, nameNode) {
  if (isForeign(call)) return ['outside', ''];
  const symbol = aliased(checker.getSymbolAtLocation(nameNode));
  const unknown = !symbol || symbol.escapedName === 'unknown';
  const declarations = unknown ? [] : (symbol.declarations ?? []);
  let found = declarations.filter((d) => inside(d.getSourceFile().fileName)).map(callable).filter(Boolean);
  if (found.length === 0 && !ts.isJsxOpeningLikeElement(call)) {
    // a variable that holds a function: what its type's signature was made from
    const signature = checker.getResolvedSignature(call);
    const from = signature?.declaration;
    if (from && inside(from.getSourceFile().fileName)) {
      const name = !ts.isJSDocSignature(from) && callable(from);
      if (name) found = [name];
      else return ['unknown', ''];
    } else if (!from && unknown) return ['unknown', ''];
    else if (!from && declarations.some((d) => inside(d.getSourceFile().fileName))) return ['unknown', ''];
  }
  return found.length ? ['inside', [...new Set(found)].join(' ')] : unknown ? ['unknown', ''] : ['outside', ''];
}

function nameNodeOf(call) {
  let target = ts.isTaggedTemplateExpression(call) ? call.tag : ts.isJsxOpeningLikeElement(call) ? call.tagName : call.expression;
  while (ts.isParenthesizedExpression(target) || ts.isNonNullExpression(target) || ts.isExpressionWithTypeArguments(target)) target = target.expression;
  if (ts.isPropertyAccessExpression(target)) return target.name;
  return ts.isIdentifier(target) || target.kind === ts.SyntaxKind.SuperKeyword ? target : null;
}

const lines = [];
for (const file of program.getSourceFiles()) {
  if (!inside(file.fileName)) continue;
  const visit = (node) => {
    const call = ts.isCallExpression(node) || ts.isNewExpression(node) || ts.isTaggedTemplateExpression(node);
    const element = ts.isJsxOpeningLikeElement(node) && /^[A-Z]/.test(node.tagName.getText());
    const name = call || element ? nameNodeOf(node) : null;
    if (name) {
      const line = file.getLineAndCharacterOfPosition(name.getStart()).line + 1;
      lines.push([relative(file.fileName), line, name.text ?? 'super', callerOf(node), ...verdict(node, name)].join('\t'));
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
}
console.log(lines.join('\n'));
