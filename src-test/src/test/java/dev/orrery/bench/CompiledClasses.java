package dev.orrery.bench;

import java.io.IOException;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassModel;
import java.lang.classfile.CodeElement;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.classfile.constantpool.MethodHandleEntry;
import java.lang.classfile.instruction.InvokeDynamicInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.reflect.AccessFlag;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Predicate;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The classes of a jar whose source file is at hand, and who declares, encloses and inherits what in them. */
final class CompiledClasses {
    private final Map<String, ClassModel> classes = new HashMap<>();
    private final Map<String, String> files = new HashMap<>();
    private final Map<String, String> methodOfLambda = new HashMap<>();

    /** Reads a jar; {@code exists} tells whether the sources have a file of that path. */
    static CompiledClasses read(Path jar, Predicate<String> exists) throws IOException {
        CompiledClasses compiled = new CompiledClasses();
        try (JarFile file = new JarFile(jar.toFile())) {
            for (var entry : file.stream()
                    .filter(e -> e.getName().endsWith(".class") && !e.getName().startsWith("META-INF/"))
                    .toList()) {
                compiled.add(ClassFile.of().parse(file.getInputStream(entry).readAllBytes()), exists);
            }
        }
        compiled.classes.values().forEach(compiled::findLambdas);
        return compiled;
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
        }
    }

    /** Notes which method makes each lambda; compilers name them differently. */
    private void findLambdas(ClassModel model) {
        String owner = model.thisClass().asInternalName();
        for (MethodModel method : model.methods()) {
            if (isHidden(method)) {
                continue;
            }
            method.code()
                    .ifPresent(code -> code.forEach(element -> {
                        if (element instanceof InvokeDynamicInstruction call) {
                            handles(call)
                                    .filter(handle ->
                                            isLambda(handle.reference().name().stringValue()))
                                    .forEach(handle -> methodOfLambda.put(
                                            owner + "#"
                                                    + handle.reference().name().stringValue(),
                                            method.methodName().stringValue()));
                        }
                    }));
        }
    }

    /** Whether a compiler made the method up; what a lambda's method holds is written. */
    static boolean isHidden(MethodModel method) {
        return method.flags().has(AccessFlag.BRIDGE)
                || method.flags().has(AccessFlag.SYNTHETIC)
                        && !isLambda(method.methodName().stringValue());
    }

    static boolean isLambda(String method) {
        return method.startsWith("lambda$");
    }

    static Stream<MethodHandleEntry> handles(InvokeDynamicInstruction call) {
        return call.invokedynamic().bootstrap().arguments().stream()
                .filter(MethodHandleEntry.class::isInstance)
                .map(MethodHandleEntry.class::cast);
    }

    Collection<ClassModel> all() {
        return classes.values();
    }

    /** The paths of all sources that some class came from. */
    Set<String> sources() {
        return new HashSet<>(files.values());
    }

    String file(String name) {
        return Objects.requireNonNull(files.get(name), name);
    }

    @Nullable
    ClassModel find(String name) {
        return classes.get(name);
    }

    boolean isEnum(String name) {
        ClassModel model = classes.get(name);
        return model != null
                && (model.flags().has(AccessFlag.ENUM)
                        || model.superclass()
                                .map(parent -> classes.get(parent.asInternalName()))
                                .filter(parent -> parent.flags().has(AccessFlag.ENUM))
                                .isPresent());
    }

    /** Whether a class has no name in the source. */
    boolean isAnonymous(String name) {
        return simpleName(name).isEmpty();
    }

    /** The name in the source; empty for an anonymous class. */
    String simpleName(String name) {
        ClassModel model = classes.get(name);
        if (model != null) {
            for (InnerClassInfo info : model.findAttribute(Attributes.innerClasses())
                    .map(attribute -> attribute.classes())
                    .orElse(List.of())) {
                if (info.innerClass().asInternalName().equals(name)) {
                    return info.innerName().map(text -> text.stringValue()).orElse("");
                }
            }
        }
        return name.substring(name.lastIndexOf('/') + 1);
    }

    /** What a method is called in the source: lambdas by what makes them, constructors and initialisers by their class. */
    String methodName(String owner, String name) {
        String plain = name;
        while (isLambda(plain) && methodOfLambda.containsKey(owner + "#" + plain)) {
            plain = Objects.requireNonNull(methodOfLambda.get(owner + "#" + plain));
        }
        return switch (plain) {
            case "<init>", "<clinit>" -> simpleName(owner);
            default -> plain;
        };
    }

    @Nullable
    MethodModel method(String owner, String name, String type) {
        ClassModel model = classes.get(owner);
        if (model != null) {
            for (MethodModel method : model.methods()) {
                if (method.methodName().equalsString(name)
                        && method.methodType().equalsString(type)) {
                    return method;
                }
            }
        }
        return null;
    }

    /**
     * The classes of the jar that may be said to declare the method: the nearest superclass, else the most specific interfaces
     * (chapter 5.4.3.3 of the virtual machine's specification), of which there may be several that say the same. Empty where
     * that is outside of the jar.
     */
    List<String> declaring(String owner, String name, String type) {
        List<String> line = new ArrayList<>();
        for (String at = owner; at != null && classes.containsKey(at); at = superclass(at)) {
            line.add(at);
            if (declares(at, name, type)) {
                return List.of(at);
            }
        }
        Set<String> found = new LinkedHashSet<>();
        Set<String> seen = new HashSet<>();
        line.forEach(at -> collect(at, name, type, found, seen));
        return found.stream()
                .filter(each -> found.stream()
                        .noneMatch(other -> !other.equals(each) && inherits(other, each, new HashSet<>())))
                .toList();
    }

    private void collect(String at, String name, String type, Set<String> found, Set<String> seen) {
        ClassModel model = classes.get(at);
        if (model == null || !seen.add(at)) {
            return;
        }
        if (declares(at, name, type)) {
            found.add(at);
        }
        model.interfaces().forEach(parent -> collect(parent.asInternalName(), name, type, found, seen));
    }

    private boolean inherits(String name, String ancestor, Set<String> seen) {
        ClassModel model = classes.get(name);
        if (model == null || !seen.add(name)) {
            return false;
        }
        return model.interfaces().stream()
                .anyMatch(parent ->
                        parent.asInternalName().equals(ancestor) || inherits(parent.asInternalName(), ancestor, seen));
    }

    private @Nullable String superclass(String name) {
        ClassModel model = classes.get(name);
        return model == null
                ? null
                : model.superclass().map(parent -> parent.asInternalName()).orElse(null);
    }

    private boolean declares(String owner, String name, String type) {
        MethodModel method = method(owner, name, type);
        return method != null && !method.flags().has(AccessFlag.BRIDGE);
    }

    /** The call that a synthetic accessor or constructor of a nested class stands for, or null. */
    @Nullable
    InvokeInstruction behindAccessor(String owner, String name, String type) {
        MethodModel method = name.startsWith("access$") || name.equals("<init>") ? method(owner, name, type) : null;
        return method != null && method.flags().has(AccessFlag.SYNTHETIC) ? firstCall(method) : null;
    }

    static @Nullable InvokeInstruction firstCall(MethodModel method) {
        if (method.code().isPresent()) {
            for (CodeElement element : method.code().get()) {
                if (element instanceof InvokeInstruction call) {
                    return call;
                }
            }
        }
        return null;
    }
}
