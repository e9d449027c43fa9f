"""Prints every call of a Python project as jedi understands it.

python3 jedi-calls.py FOLDER > calls.tsv        needs jedi (Debian: python3-jedi)

One line a call site, tab-separated: file, line, called name, caller's simple name, verdict, callees. The verdict is
"inside" (the callees are FILE#NAME, alternatives by spaces), "outside" or "unknown". The caller is the nearest function
around the call, a class for what its body runs, otherwise empty. A constructor goes by its class.
"""

import ast
import os
import sys

import jedi

jedi.settings.fast_parser = True
root = os.path.realpath(sys.argv[1])
project = jedi.Project(root, sys_path=[root] + [p for p in sys.path if p.startswith("/usr/lib/python3") and "dist-packages" not in p],
                       load_unsafe_extensions=False, smart_sys_path=False)


def sources():
    for folder, folders, files in os.walk(root):
        folders[:] = sorted(f for f in folders if f not in (".git", "__pycache__"))
        for file in sorted(files):
            if file.endswith(".py"):
                yield os.path.join(folder, file)


def calls(tree):
    """Each call with the node that names what is called, and the caller's name."""

    def visit(node, caller):
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            around = node.decorator_list + (node.bases + node.keywords if isinstance(node, ast.ClassDef) else [node.args])
            for child in around:
                yield from visit(child, caller)
            name = owner(node, caller)
            for child in node.body:
                yield from visit(child, name)
            return
        if isinstance(node, ast.Call) and isinstance(node.func, (ast.Name, ast.Attribute)):
            yield node.func, caller
        for child in ast.iter_child_nodes(node):
            yield from visit(child, caller)

    def owner(node, caller):
        return classes.get(node, node.name)

    classes = {}
    for node in ast.walk(tree):
        if isinstance(node, ast.ClassDef):
            for child in node.body:
                if isinstance(child, ast.FunctionDef) and child.name == "__init__":
                    classes[child] = node.name
    yield from visit(tree, "")


def place(func, text):
    """Line and column of the name itself, both as jedi counts them."""
    if isinstance(func, ast.Name):
        line, column = func.lineno, func.col_offset
    else:
        line, column = func.end_lineno, func.end_col_offset - len(func.attr.encode())
    return line, len(text[line - 1].encode()[:column].decode())


def described(names):
    found, outside = [], False
    for name in names:
        path = str(name.module_path) if name.module_path else ""
        if not path.startswith(root + os.sep):
            outside = outside or name.type in ("function", "class", "module")
        elif name.type in ("function", "class"):
            simple = name.name
            if simple == "__init__" and name.parent() is not None and name.parent().type == "class":
                simple = name.parent().name
            found.append(os.path.relpath(path, root) + "#" + simple)
    return found, outside


def verdict(script, line, column):
    try:
        found, outside = described(script.goto(line, column, follow_imports=True))
        if not found and not outside:
            found, outside = described(script.infer(line, column))
    except Exception as trouble:  # jedi stumbles over some code
        print("jedi:", trouble, file=sys.stderr)
        return "unknown", ""
    if found:
        return "inside", " ".join(dict.fromkeys(found))
    return ("outside" if outside else "unknown"), ""


for path in sources():
    with open(path, encoding="utf-8", errors="replace") as file:
        source = file.read()
    try:
        tree = ast.parse(source)
    except SyntaxError:
        continue
    script = jedi.Script(source, path=path, project=project)
    text = source.split("\n")
    for func, caller in calls(tree):
        line, column = place(func, text)
        name = func.id if isinstance(func, ast.Name) else func.attr
        print(os.path.relpath(path, root), line, name, caller, *verdict(script, line, column), sep="\t")
