package dev.orrery.indexer.link.java;

import java.lang.classfile.MethodModel;
import java.lang.classfile.MethodSignature;
import java.lang.constant.ClassDesc;
import java.lang.constant.ConstantDescs;
import java.util.List;
import java.util.stream.Collectors;

/** A method or constructor of the JDK or of a library. */
final class LibraryMethod implements JavaMethod {
    private final LibraryClass owner;
    private final String name;
    private final int modifiers;
    private final List<TypeVariable> typeParameters;
    private final List<Type> parameters;
    private final Type result;
    private final String parametersText;

    LibraryMethod(LibraryClass owner, MethodModel model, LibrarySignatures outer) {
        this.owner = owner;
        String declared = model.methodName().stringValue();
        name = declared.equals(ConstantDescs.INIT_NAME) ? owner.simpleName() : declared;
        modifiers = ClassFileFlags.modifiers(model.flags().flagsMask());
        parametersText = model.methodTypeSymbol().parameterList().stream()
                .map(ClassDesc::displayName)
                .map(text -> text.substring(text.lastIndexOf('$') + 1))
                .collect(Collectors.joining(","));
        LibrarySignatures signatures = outer.inner();
        MethodSignature signature = LibrarySignatures.of(model)
                .map(MethodSignature::parseFrom)
                .orElseGet(() -> MethodSignature.of(model.methodTypeSymbol()));
        typeParameters = signatures.declare(signature.typeParameters());
        parameters = signature.arguments().stream().map(signatures::type).toList();
        result = signatures.type(signature.result());
    }

    @Override
    public String name() {
        return name;
    }

    @Override
    public JavaClass owner() {
        return owner;
    }

    @Override
    public int modifiers() {
        return modifiers;
    }

    @Override
    public int parameterCount() {
        return parameters.size();
    }

    @Override
    public List<TypeVariable> typeParameters() {
        return typeParameters;
    }

    @Override
    public Type parameterType(Reads reads, int index) {
        return parameters.get(index);
    }

    @Override
    public Type returnType(Reads reads) {
        return result;
    }

    @Override
    public int handle() {
        return -1;
    }

    @Override
    public String parametersText() {
        return parametersText;
    }

    @Override
    public String toString() {
        return owner + "." + name + "(" + parametersText + ")";
    }
}
