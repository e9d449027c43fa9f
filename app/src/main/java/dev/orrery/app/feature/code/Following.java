package dev.orrery.app.feature.code;

import dev.orrery.api.SymbolKey;
import org.jspecify.annotations.Nullable;

/** What the map selects because of where the caret stands; no key where the selection stays. */
record Following(@Nullable SymbolKey key) {
    static final Following UNCHANGED = new Following(null);
}
