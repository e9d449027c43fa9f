package dev.orrery.indexer.link.java;

import dev.orrery.api.Modifiers;
import java.lang.classfile.Attributes;
import java.lang.classfile.ClassModel;
import java.lang.classfile.ClassSignature;
import java.lang.classfile.FieldModel;
import java.lang.classfile.MethodModel;
import java.lang.classfile.attribute.InnerClassInfo;
import java.lang.constant.ConstantDescs;
import java.lang.reflect.AccessFlag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * A class of the JDK or of a library, read when its members or supertypes are first asked for; what others cannot use is
 * left out. Of a class file that cannot be read only the name is known.
 */
final class LibraryClass implements JavaClass {
    private static final System.Logger LOG = System.getLogger(LibraryClass.class.getName());

    private final LibraryTypes library;
    private final String internalName;
    private volatile @Nullable Content content;

    LibraryClass(LibraryTypes library, String internalName) {
        this.library = library;
        this.internalName = internalName;
    }

    private Content content() {
        Content known = content;
        return known == null ? readOnce() : known;
    }

    /** Type variables are told apart by identity, so two threads must never each read a class of their own. */
    private synchronized Content readOnce() {
        Content known = content;
        if (known == null) {
            known = read();
            content = known;
        }
        return known;
    }

    private Content read() {
        try {
            ClassModel model = library.read(internalName);
            return model == null ? new Content() : new Content(model);
        } catch (RuntimeException damaged) {
            passOver(damaged);
            return new Content();
        }
    }

    /**
     * The JDK's class-file API throws exceptions of many kinds over files that are damaged, those of casts among them. Its own
     * classes are not.
     */
    private void passOver(RuntimeException damaged) {
        if (library.isComplete()) {
            throw damaged;
        }
        LOG.log(System.Logger.Level.DEBUG, internalName, damaged);
    }

    /** What the class file says. */
    private final class Content {
        final boolean isReadable;
        final boolean isInterface;
        final int modifiers;
        final List<TypeVariable> typeParameters;
        final @Nullable Type superclass;
        final List<Type> interfaces;
        private final LibrarySignatures signatures;
        private final Map<String, List<MethodModel>> models = new HashMap<>();
        private final Map<String, FieldModel> fieldModels = new HashMap<>();
        private final Map<String, List<JavaMethod>> methods = new ConcurrentHashMap<>();
        private final Map<String, JavaField> fields = new ConcurrentHashMap<>();

        /** Of a class file that cannot be read. */
        Content() {
            isReadable = false;
            isInterface = false;
            modifiers = Modifiers.PUBLIC;
            typeParameters = List.of();
            superclass = null;
            interfaces = List.of();
            signatures = new LibrarySignatures(library, null);
        }

        Content(ClassModel model) {
            isReadable = true;
            isInterface = model.flags().has(AccessFlag.INTERFACE);
            modifiers = modifiersOf(model);
            signatures = new LibrarySignatures(library, outerOf(model));
            ClassSignature signature =
                    LibrarySignatures.of(model).map(ClassSignature::parseFrom).orElse(null);
            if (signature != null) {
                typeParameters = signatures.declare(signature.typeParameters());
                superclass = isInterface ? null : signatures.type(signature.superclassSignature());
                interfaces = signature.superinterfaceSignatures().stream()
                        .map(signatures::type)
                        .toList();
            } else {
                typeParameters = List.of();
                superclass = isInterface || model.superclass().isEmpty()
                        ? null
                        : signatures.named(model.superclass().get().asInternalName());
                interfaces = model.interfaces().stream()
                        .map(entry -> (Type) signatures.named(entry.asInternalName()))
                        .toList();
            }
            for (MethodModel method : model.methods()) {
                int flags = method.flags().flagsMask();
                if (isVisible(flags) && (flags & ClassFileFlags.SYNTHETIC) == 0) {
                    models.computeIfAbsent(method.methodName().stringValue(), key -> new ArrayList<>(2))
                            .add(method);
                }
            }
            for (FieldModel field : model.fields()) {
                if (isVisible(field.flags().flagsMask())) {
                    fieldModels.put(field.fieldName().stringValue(), field);
                }
            }
        }

        /** Most methods of most classes are never asked for, so their signatures are read when they are. */
        List<JavaMethod> methods(String name) {
            List<MethodModel> found = models.get(name);
            return found == null ? List.of() : methods.computeIfAbsent(name, key -> read(found));
        }

        private List<JavaMethod> read(List<MethodModel> found) {
            synchronized (models) {
                List<JavaMethod> read = new ArrayList<>(found.size());
                for (MethodModel model : found) {
                    try {
                        read.add(new LibraryMethod(LibraryClass.this, model, signatures));
                    } catch (RuntimeException damaged) {
                        passOver(damaged);
                    }
                }
                return List.copyOf(read);
            }
        }

        List<JavaMethod> methods() {
            List<JavaMethod> all = new ArrayList<>();
            for (String name : models.keySet()) {
                if (!name.equals(ConstantDescs.INIT_NAME)) {
                    all.addAll(methods(name));
                }
            }
            return all;
        }

        @Nullable
        JavaField field(String name) {
            FieldModel model = fieldModels.get(name);
            return model == null ? null : fields.computeIfAbsent(name, key -> read(model));
        }

        Map<String, JavaField> fields() {
            for (String name : fieldModels.keySet()) {
                field(name);
            }
            return fields;
        }

        private @Nullable JavaField read(FieldModel model) {
            try {
                synchronized (models) {
                    return new LibraryField(
                            signatures.field(model),
                            ClassFileFlags.modifiers(model.flags().flagsMask()));
                }
            } catch (RuntimeException damaged) {
                passOver(damaged);
                return null;
            }
        }
    }

    private static boolean isVisible(int flags) {
        return (flags & (ClassFileFlags.PUBLIC | ClassFileFlags.PROTECTED)) != 0;
    }

    /** A class in another one has its modifiers where that is said; an own enum or record would be static. */
    private int modifiersOf(ClassModel model) {
        return model
                .findAttribute(Attributes.innerClasses())
                .map(attribute -> attribute.classes())
                .orElse(List.of())
                .stream()
                .filter(info -> info.innerClass().asInternalName().equals(internalName))
                .findFirst()
                .map(info -> ClassFileFlags.modifiers(info.flagsMask()))
                .orElseGet(() -> ClassFileFlags.modifiers(model.flags().flagsMask()));
    }

    /** The class whose type parameters are in scope here: that around an inner class that is not static. */
    private @Nullable LibraryClass outerOf(ClassModel model) {
        for (InnerClassInfo info : model.findAttribute(Attributes.innerClasses())
                .map(attribute -> attribute.classes())
                .orElse(List.of())) {
            if (info.innerClass().asInternalName().equals(internalName)
                    && !info.has(AccessFlag.STATIC)
                    && info.outerClass().isPresent()) {
                String outer = info.outerClass().get().asInternalName();
                boolean around = internalName.startsWith(outer + "$");
                return around && library.reference(outer) instanceof LibraryClass found ? found : null;
            }
        }
        return null;
    }

    @Override
    public String simpleName() {
        int cut = Math.max(internalName.lastIndexOf('/'), internalName.lastIndexOf('$'));
        return internalName.substring(cut + 1);
    }

    @Override
    public String qualifiedName() {
        return internalName.replace('/', '.').replace('$', '.');
    }

    @Override
    public String packageName() {
        return internalName
                .substring(0, Math.max(0, internalName.lastIndexOf('/')))
                .replace('/', '.');
    }

    @Override
    public boolean isInterface() {
        return content().isInterface;
    }

    @Override
    public boolean isKnown() {
        return library.isComplete() || content().isReadable;
    }

    /** Whether all supertypes are known, theirs too. */
    boolean isComplete() {
        return library.isComplete();
    }

    @Override
    public @Nullable JavaClass outer() {
        int cut = internalName.lastIndexOf('$');
        return cut < 0 ? null : library.reference(internalName.substring(0, cut));
    }

    @Override
    public List<TypeVariable> typeParameters(Reads reads) {
        return content().typeParameters;
    }

    List<TypeVariable> typeParameters() {
        return content().typeParameters;
    }

    @Override
    public @Nullable Type superclass(Reads reads) {
        return content().superclass;
    }

    @Override
    public List<Type> interfaces(Reads reads) {
        return content().interfaces;
    }

    @Override
    public List<JavaMethod> methods(Reads reads, String name) {
        return content().methods(name);
    }

    @Override
    public List<JavaMethod> methods(Reads reads) {
        return content().methods();
    }

    @Override
    public List<JavaMethod> constructors(Reads reads) {
        return content().methods(ConstantDescs.INIT_NAME);
    }

    @Override
    public @Nullable JavaField field(Reads reads, String name) {
        return content().field(name);
    }

    @Override
    public @Nullable JavaClass memberClass(Reads reads, String name) {
        return library.load(internalName + "$" + name);
    }

    @Override
    public Map<String, ? extends JavaField> fields(Reads reads) {
        return content().fields();
    }

    @Override
    public Collection<? extends JavaClass> memberClasses(Reads reads) {
        String inner = internalName.substring(internalName.lastIndexOf('/') + 1) + "$";
        List<JavaClass> members = new ArrayList<>();
        for (String name : library.list(packageName())) {
            boolean member = name.startsWith(inner)
                    && name.length() > inner.length()
                    && name.indexOf('$', inner.length()) < 0
                    && !Character.isDigit(name.charAt(inner.length()));
            JavaClass found = member ? memberClass(reads, name.substring(inner.length())) : null;
            if (found != null) {
                members.add(found);
            }
        }
        return members;
    }

    @Override
    public int modifiers() {
        return content().modifiers;
    }

    @Override
    public String toString() {
        return qualifiedName();
    }

    /**
     * A field of such a class.
     *
     * @param declared its type
     */
    private record LibraryField(Type declared, int modifiers) implements JavaField {
        @Override
        public Type type(Reads reads) {
            return declared;
        }
    }
}
