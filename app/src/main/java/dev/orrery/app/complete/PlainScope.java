package dev.orrery.app.complete;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.Scope;
import dev.orrery.api.ScopeAt;
import java.util.List;

/** What is known without types: nothing. */
record PlainScope() implements ScopeAt {
    @Override
    public Scope at(Document document, int offset, Cancellation cancellation) {
        return new Scope(Scope.Place.UNKNOWN, offset, "", "", List.of(), false);
    }

    @Override
    public void warm(Cancellation cancellation) {}
}
