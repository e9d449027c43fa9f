package dev.orrery.bench;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.constantpool.LoadableConstantEntry;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import org.jspecify.annotations.Nullable;

/**
 * The calls that a compiler wrote into a jar, as edges between {@code file#name}: the truth that a call graph is measured
 * against. Lambdas and accessors are folded into the method that they came from, callees are resolved to the class that
 * declares them. Calls that the source does not show stand apart as neutral.
 */
final class BytecodeCalls {
    private static final Set<String> UNWRITTEN =
            Set.of("iterator", "hasNext", "next", "close", "values", "valueOf", "ordinal", "$values", "addSuppressed");

    /** A call from one {@code file#name} to another. */
    record Edge(String caller, String callee) {}

    final Set<Edge> written = new HashSet<>();
    final Set<Edge> neutral = new HashSet<>();
    private final Map<String, ClassModel> classes = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, String> enclosingOfAnonymous = new HashMap<>();
    private final Map<String, String> methodOfLambda = new HashMap<>();

    /** Reads a jar; {@code exists} tells whether the sources have a file of that path. */
    static BytecodeCalls read(Path jar, Predicate<String> exists) throws IOException {
        BytecodeCalls calls = new BytecodeCalls();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (var entry : file.stream()
                    .filter(e -> e.getName().endsWith(".class") && !e.getName().startsWith("META-INF/"))
                    .toList()) {
                ClassModel model =
                        ClassFile.of().parse(file.getInputStream(entry).readAllBytes());
                calls.add(model, exists);
            }
        }
        calls.classes.values().forEach(calls::findLambdas);
        calls.classes.values().forEach(calls::walk);
        calls.written.removeAll(calls.neutral.stream()
                .filter(edge ->
                        UNWRITTEN.contains(edge.callee().substring(edge.callee().indexOf('#') + 1)))
                .toList());
        calls.neutral.removeAll(calls.written);
        return calls;
    }

    private void add(ClassModel model, Predicate<String> exists) {
        String name = model.thisClass().asInternalName();
        String source = model.findAttribute(Attributes.sourceFile())
                .map(attribute -> attribute.sourceFile().stringValue())
                .orElse("");
        String path = name.substring(0, name.lastIndexOf('/') + 1) + source;
        if (source.endsWith(".java") && exists.test(path)) {
            classes.put(name, model);
            files.put(name, path);
            model.findAttribute(Attributes.enclosingMethod())
                    .ifPresent(attribute -> enclosingOfAnonymous.put(
                            name,
                            attribute
                                    .enclosingMethod()
                                    .map(method -> methodName(
                                            attribute.enclosingClass().asInternalName(),
                                            method.name().stringValue()))
                                    .orElse(simpleName(
                                            attribute.enclosingClass().asInternalName()))));
        }
    }

    /** Notes which method makes each lambda; compilers name them differently. */
    private void findLambdas(ClassModel model) {
        String owner = model.thisClass().asInternalName();
        for (MethodModel method : model.methods()) {
            method.code()
                    .ifPresent(code -> code.forEach(element -> {
                        if (element instanceof InvokeDynamicInstruction call) {
                            for (LoadableConstantEntry argument :
                                    call.invokedynamic().bootstrap().arguments()) {
                                if (argument instanceof MethodHandleEntry handle
                                        && handle.reference()
                                                .name()
                                                .stringValue()
                                                .startsWith("lambda$")) {
                                    methodOfLambda.put(
                                            owner + "#"
                                                    + handle.reference().name().stringValue(),
                                            method.methodName().stringValue());
                                }
                            }
                        }
                    }));
        }
    }

    private void walk(ClassModel model) {
        String owner = model.thisClass().asInternalName();
        for (MethodModel method : model.methods()) {
            boolean lambda = method.methodName().stringValue().startsWith("lambda$");
            boolean hidden = method.flags().has(AccessFlag.BRIDGE)
                    || method.flags().has(AccessFlag.SYNTHETIC) && !lambda
                    || method.code().isEmpty();
            if (hidden) {
                continue;
            }
            String caller = files.get(owner) + "#"
                    + methodName(owner, method.methodName().stringValue());
            for (CodeElement element : method.code().get()) {
                switch (element) {
                    case InvokeInstruction call ->
                        call(
                                owner,
                                method,
                                caller,
                                call.owner().asInternalName(),
                                call.name().stringValue(),
                                call.type().stringValue());
                    case InvokeDynamicInstruction call -> {
                        for (LoadableConstantEntry argument :
                                call.invokedynamic().bootstrap().arguments()) {
                            if (argument instanceof MethodHandleEntry handle) {
                                call(
                                        owner,
                                        method,
                                        caller,
                                        handle.reference().owner().asInternalName(),
                                        handle.reference().name().stringValue(),
                                        handle.reference().type().stringValue());
                            }
                        }
                    }
                    default -> {}
                }
            }
        }
    }

    private void call(String from, MethodModel method, String caller, String owner, String name, String type) {
        if (name.startsWith("lambda$") || name.startsWith("$")) {
            return;
        }
        InvokeInstruction behind = behindAccessor(owner, name, type);
        if (behind != null) {
            call(
                    from,
                    method,
                    caller,
                    behind.owner().asInternalName(),
                    behind.name().stringValue(),
                    behind.type().stringValue());
            return;
        }
        String declaring = declaring(owner, name, type);
        if (declaring == null || name.startsWith("access$")) {
            return;
        }
        boolean anonymous = isAnonymous(declaring);
        if (isAnonymous(from) && method.methodName().stringValue().equals("<init>")) {
            String around = enclosingOfAnonymous.get(from);
            if (name.equals("<init>") && around != null) {
                neutral.add(new Edge(files.get(from) + "#" + around, target(declaring, name)));
            }
        }
        if (name.equals("<init>") && anonymous) {
            return;
        }
        Edge edge = new Edge(caller, target(declaring, name));
        boolean implicitSuper = name.equals("<init>")
                && method.methodName().stringValue().equals("<init>")
                && type.startsWith("()")
                && !declaring.equals(from);
        boolean enumPlumbing = isEnum(from) && (caller.endsWith("#" + simpleName(from)) && name.equals("<init>"))
                || UNWRITTEN.contains(name);
        if (implicitSuper || enumPlumbing || isAnonymous(from) && caller.endsWith("#")) {
            neutral.add(edge);
        } else {
            written.add(edge);
        }
    }

    /** The call that a synthetic accessor or constructor of a nested class stands for, or null. */
    private @Nullable InvokeInstruction behindAccessor(String owner, String name, String type) {
        ClassModel model = classes.get(owner);
        if (model == null || !name.startsWith("access$") && !name.equals("<init>")) {
            return null;
        }
        for (MethodModel method : model.methods()) {
            if (method.methodName().equalsString(name)
                    && method.methodType().equalsString(type)
                    && method.flags().has(AccessFlag.SYNTHETIC)
                    && method.code().isPresent()) {
                for (CodeElement element : method.code().get()) {
                    if (element instanceof InvokeInstruction call) {
                        return call;
                    }
                }
            }
        }
        return null;
    }

    private String target(String declaring, String name) {
        return files.get(declaring) + "#" + methodName(declaring, name);
    }

    private boolean isEnum(String name) {
        ClassModel model = classes.get(name);
        return model != null && model.flags().has(AccessFlag.ENUM);
    }

    /** The class of the jar that declares the method, as the virtual machine would find it, or null. */
    private @Nullable String declaring(String owner, String name, String type) {
        Deque<String> open = new ArrayDeque<>();
        Set<String> seen = new HashSet<>();
        open.add(owner);
        while (!open.isEmpty()) {
            String at = open.remove();
            ClassModel model = classes.get(at);
            if (model == null || !seen.add(at)) {
                continue;
            }
            for (MethodModel method : model.methods()) {
                if (method.methodName().equalsString(name)
                        && method.methodType().equalsString(type)
                        && !method.flags().has(AccessFlag.BRIDGE)) {
                    return at;
                }
            }
            model.superclass().ifPresent(parent -> open.addFirst(parent.asInternalName()));
            model.interfaces().forEach(parent -> open.addLast(parent.asInternalName()));
        }
        return null;
    }

    private String methodName(String owner, String name) {
        String plain = name;
        while (plain.startsWith("lambda$") && methodOfLambda.containsKey(owner + "#" + plain)) {
            plain = methodOfLambda.get(owner + "#" + plain);
        }
        return switch (plain) {
            case "<init>", "<clinit>" -> simpleName(owner);
            default -> plain;
        };
    }

    private boolean isAnonymous(String name) {
        return simpleName(name).isEmpty();
    }

    private String simpleName(String name) {
        ClassModel model = classes.get(name);
        if (model != null) {
            for (InnerClassInfo info : model.findAttribute(Attributes.innerClasses())
                    .map(attribute -> attribute.classes())
                    .orElse(java.util.List.of())) {
                if (info.innerClass().asInternalName().equals(name)) {
                    return info.innerName().map(text -> text.stringValue()).orElse("");
                }
            }
        }
        return name.substring(name.lastIndexOf('/') + 1);
    }
}
