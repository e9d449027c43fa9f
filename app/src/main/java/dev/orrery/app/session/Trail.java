package dev.orrery.app.session;

import dev.orrery.api.SymbolKey;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import org.jspecify.annotations.Nullable;

/** Where one has been: the selected symbols in order, with a way back and forth. UI thread only. */
public final class Trail {
    private static final int LIMIT = 100;

    private final List<SymbolKey> visited = new ArrayList<>();
    private final ReadOnlyBooleanWrapper canGoBack = new ReadOnlyBooleanWrapper(this, "canGoBack");
    private final ReadOnlyBooleanWrapper canGoForward = new ReadOnlyBooleanWrapper(this, "canGoForward");
    private int position = -1;

    public ReadOnlyBooleanProperty canGoBackProperty() {
        return canGoBack.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty canGoForwardProperty() {
        return canGoForward.getReadOnlyProperty();
    }

    /** Adds a place after the present one, forgetting what lay ahead; the present place itself changes nothing. */
    public void visit(SymbolKey key) {
        if (position >= 0 && visited.get(position).equals(key)) {
            return;
        }
        visited.subList(position + 1, visited.size()).clear();
        visited.add(key);
        if (visited.size() > LIMIT) {
            visited.removeFirst();
        }
        moveTo(visited.size() - 1);
    }

    public @Nullable SymbolKey back() {
        return position > 0 ? moveTo(position - 1) : null;
    }

    public @Nullable SymbolKey forward() {
        return position + 1 < visited.size() ? moveTo(position + 1) : null;
    }

    /** The places before the present one, newest first, without repetition. */
    public List<SymbolKey> behind(int limit) {
        return visited.subList(0, Math.max(0, position)).reversed().stream()
                .distinct()
                .limit(limit)
                .toList();
    }

    private SymbolKey moveTo(int index) {
        position = index;
        canGoBack.set(position > 0);
        canGoForward.set(position + 1 < visited.size());
        return visited.get(position);
    }
}
