package dev.orrery.api;

import org.jspecify.annotations.Nullable;

/**
 * A declaration that a {@link CodeGraph} does not have because it stood there at another moment.
 *
 * @param key under which it was known; its path need not be a file any more
 * @param owner what encloses it: a symbol of the graph or a ghost named before; null at the top of a file
 * @param packageName the package, namespace or module of the file it stood in
 * @param startLine first line of the declaration, then
 * @param endLine last line of the declaration, then
 * @param modifiers bits of {@link Modifiers}
 */
public record Ghost(
        SymbolKey key, @Nullable SymbolKey owner, String packageName, int startLine, int endLine, int modifiers) {

    /** The simple name. */
    public String name() {
        String qualified = key.qualifiedName();
        String before = owner == null ? packageName : owner.qualifiedName();
        boolean isBelow = !before.isEmpty()
                && qualified.length() > before.length() + 1
                && qualified.startsWith(before)
                && qualified.charAt(before.length()) == '.';
        return isBelow ? qualified.substring(before.length() + 1) : qualified.substring(qualified.lastIndexOf('.') + 1);
    }
}
