package dev.orrery.bench;

import java.io.IOException;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.constantpool.MemberRefEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.LineNumber;
import java.lang.reflect.AccessFlag;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a compiler wrote into a jar, as edges between {@code file#name}: the truth that a call graph is measured
 * against. Lambdas and accessors are folded into the method that they came from, callees are resolved to the class that
 * declares them, {@code new T() { … }} calls the constructor of {@code T} that the anonymous class passes its arguments to.
 * A call counts where the source shows the called name on the instruction's line or one beside it; what it does not show
 * (bridges, for-each, implicit {@code super()}, constants of enums, what tools wrote into the class files later) is neutral.
 */
final class BytecodeCalls {
    /** A call from one {@code file#name} to another. */
    record Edge(String caller, String callee) {
        String callerFile() {
            return caller.substring(0, caller.indexOf('#'));
        }
    }

    final Set<Edge> written = new HashSet<>();
    final Set<Edge> neutral = new HashSet<>();
    private final Map<Edge, Edge> equal = new HashMap<>();
    /** The same with the erased parameters of the called methods; constructors are left out. */
    final Set<Edge> writtenOverloads = new HashSet<>();
    /** The files that some class of the jar was compiled from. */
    final Set<String> files;

    private final CompiledClasses classes;
    private final SourceText text;

    private BytecodeCalls(CompiledClasses classes, SourceText text) {
        this.classes = classes;
        this.text = text;
        files = classes.sources();
    }

    /** Reads a jar and the sources that it was made from. */
    static BytecodeCalls read(Path jar, Path sources) throws IOException {
        CompiledClasses classes = CompiledClasses.read(jar, path -> Files.isRegularFile(sources.resolve(path)));
        BytecodeCalls calls = new BytecodeCalls(classes, new SourceText(sources));
        classes.all().forEach(calls::walk);
        calls.neutral.removeAll(calls.written);
        return calls;
    }

    /** Where a call stands: the class, the method as the source calls it, and the line; -1 where no line is noted. */
    private record Site(String owner, String method, String caller, int line) {}

    private void walk(ClassModel model) {
        String owner = model.thisClass().asInternalName();
        for (MethodModel method : model.methods()) {
            if (!CompiledClasses.isHidden(method) && method.code().isPresent()) {
                walk(owner, method.methodName().stringValue(), method);
            }
        }
    }

    private void walk(String owner, String name, MethodModel method) {
        String caller = classes.file(owner) + "#" + classes.methodName(owner, name);
        int line = -1;
        for (CodeElement element : method.code().orElseThrow()) {
            switch (element) {
                case LineNumber number -> line = number.line();
                case InvokeInstruction call -> call(new Site(owner, name, caller, line), call.method());
                case InvokeDynamicInstruction call -> {
                    Site site = new Site(owner, name, caller, line);
                    CompiledClasses.handles(call).forEach(handle -> call(site, handle.reference()));
                }
                default -> {}
            }
        }
    }

    private void call(Site site, MemberRefEntry callee) {
        String owner = callee.owner().asInternalName();
        String name = callee.name().stringValue();
        String type = callee.type().stringValue();
        if (CompiledClasses.isLambda(name)) {
            return;
        }
        InvokeInstruction behind = classes.behindAccessor(owner, name, type);
        if (behind == null && name.equals("<init>") && classes.isAnonymous(owner)) {
            MethodModel constructor = classes.method(owner, name, type);
            behind = constructor == null ? null : superCall(owner, constructor);
        }
        if (behind != null) {
            call(site, behind.method());
            return;
        }
        List<String> declaring = classes.declaring(owner, name, type);
        if (declaring.isEmpty() || classes.isAnonymous(declaring.getFirst()) && name.equals("<init>")) {
            return;
        }
        Edge edge = edge(site, declaring.getFirst(), name);
        MethodModel method = classes.method(declaring.getFirst(), name, type);
        if (method == null || method.flags().has(AccessFlag.SYNTHETIC)) {
            return;
        }
        if (!isShown(site, declaring.getFirst(), name)) {
            neutral.add(edge);
            return;
        }
        written.add(edge);
        for (String other : declaring) {
            equal.put(edge(site, other, name), edge);
        }
        if (!name.equals("<init>")) {
            String parameters = "(" + parameters(method) + ")";
            writtenOverloads.add(new Edge(edge.caller(), edge.callee() + parameters));
        }
    }

    private Edge edge(Site site, String declaring, String name) {
        return new Edge(site.caller(), classes.file(declaring) + "#" + classes.methodName(declaring, name));
    }

    /** The edge that counts for this one, where several interfaces declare what is called. */
    Edge counted(Edge edge) {
        return written.contains(edge) ? edge : equal.getOrDefault(edge, edge);
    }

    /** The constructor that an anonymous class's own one calls, or null where there is none. */
    private static @Nullable InvokeInstruction superCall(String owner, MethodModel constructor) {
        for (CodeElement element : constructor.code().orElseThrow()) {
            if (element instanceof InvokeInstruction call
                    && call.name().equalsString("<init>")
                    && !call.owner().asInternalName().equals(owner)) {
                return call;
            }
        }
        return null;
    }

    private boolean isShown(Site site, String declaring, String name) {
        String path = classes.file(site.owner());
        int line = site.line();
        if (line < 0) {
            return false;
        }
        if (!name.equals("<init>")) {
            boolean plumbing = classes.isEnum(declaring) && (name.equals("values") || name.equals("valueOf"));
            return !plumbing && text.showsCall(path, line, name);
        }
        boolean inConstructor = site.method().equals("<init>");
        if (inConstructor && isSuper(site.owner(), declaring)) {
            return text.showsCall(path, line, "super") && !classes.isAnonymous(site.owner());
        }
        if (inConstructor && declaring.equals(site.owner()) && text.showsCall(path, line, "this")) {
            return true;
        }
        return !classes.isEnum(declaring)
                && text.showsWord(path, line, "new")
                && text.showsWord(path, line, classes.simpleName(declaring));
    }

    private boolean isSuper(String owner, String declaring) {
        ClassModel model = classes.find(owner);
        return model != null
                && model.superclass()
                        .filter(parent -> parent.asInternalName().equals(declaring))
                        .isPresent();
    }

    /** Erased parameter types by their simple names, as qualified names hold them. */
    private static String parameters(MethodModel method) {
        StringJoiner text = new StringJoiner(",");
        for (var type : method.methodTypeSymbol().parameterList()) {
            String name = type.displayName();
            text.add(name.substring(name.lastIndexOf('$') + 1));
        }
        return text.toString();
    }
}
