package dev.orrery.indexer.link.java;

import dev.orrery.indexer.link.unit.SourceUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The classes of a buffer laid over those of the index, which do not change for it. A class that the buffer's file has in the
 * index and that the buffer still declares is the same class as the buffer's; whoever looks at what it consists of sees the
 * buffer. Others of that file are gone. Belongs to one thread.
 */
final class LiveClasses implements ClassFinder {
    private final JavaModel model;
    private final @Nullable UnitClasses before;
    private final UnitClasses buffer;
    private final Map<SourceClass, SourceClass> newest = new HashMap<>();

    /** @param unit the buffer, in the slot of its file where the index knows that */
    LiveClasses(JavaModel model, SourceUnit unit) {
        this.model = model;
        this.before = model.unit(unit.path());
        this.buffer = new UnitClasses(this, unit, Map.of());
        if (before != null) {
            match(before);
        }
    }

    private void match(UnitClasses old) {
        for (SourceClass symbol : buffer.classes()) {
            SourceClass known = symbol == null ? null : counterpart(symbol, old);
            if (symbol != null && known != null && known.kind() == symbol.kind()) {
                symbol.standFor(known);
                newest.put(known, symbol);
            }
        }
    }

    /** The class of the same name in the same class or at the top; what stands in bodies nobody else can name. */
    private @Nullable SourceClass counterpart(SourceClass symbol, UnitClasses old) {
        int parent = buffer.declarations().parent(symbol.row());
        if (parent < 0) {
            return old.declaredIn(-1, symbol.simpleName());
        }
        SourceClass around = buffer.classAt(parent);
        SourceClass knownAround = around == null ? null : counterpart(around, old);
        return knownAround == null ? null : old.declaredIn(knownAround.row(), symbol.simpleName());
    }

    UnitClasses buffer() {
        return buffer;
    }

    int slot() {
        return buffer.source().slot();
    }

    boolean isBuffer(SourceUnit unit) {
        return unit == buffer.source();
    }

    /** The buffer's state of a class of the buffer's file; otherwise the class itself. */
    SourceClass newest(SourceClass symbol) {
        return symbol.unit() == before ? newest.getOrDefault(symbol, symbol) : symbol;
    }

    @Override
    public LibraryTypes library() {
        return model.library();
    }

    @Override
    public boolean hasPackage(String name) {
        return name.equals(packageName()) || model.hasPackage(name);
    }

    /** Whether all classes of a package are known: others than the repository's and the JDK's own may have parts elsewhere. */
    boolean ownsPackage(String name) {
        return name.startsWith("java.") && hasPackage(name)
                || !model.declaredIn(name).isEmpty();
    }

    private String packageName() {
        return buffer.source().facts().packageName();
    }

    @Override
    public @Nullable JavaClass find(String packageName, String simpleName, SourceUnit from) {
        if (packageName.equals(packageName())) {
            SourceClass own = buffer.declaredIn(-1, simpleName);
            if (own != null) {
                return own;
            }
        }
        JavaClass found = model.find(packageName, simpleName, from);
        if (found instanceof SourceClass known && known.unit() == before) {
            SourceClass own = newest.get(known);
            return own != null ? own : library().find(packageName, simpleName);
        }
        return found;
    }

    @Override
    public Collection<String> declaredIn(String packageName) {
        List<String> names = new ArrayList<>(model.declaredIn(packageName));
        if (packageName.equals(packageName())) {
            for (SourceClass symbol : buffer.classes()) {
                if (symbol != null && buffer.declarations().parent(symbol.row()) < 0) {
                    names.add(symbol.simpleName());
                }
            }
        }
        return names;
    }

    @Override
    public Collection<String> declaredPackages() {
        return model.declaredPackages();
    }
}
