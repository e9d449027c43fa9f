package dev.orrery.app.open;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.Session.Phase;
import dev.orrery.app.session.SymbolLookup;
import dev.orrery.app.session.Workbench;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Leads a fresh window to what was asked for: the repository, then the room and the symbol. FX thread only. */
final class Arrival {
    private final Workbench workbench;
    private final OpenRequest request;
    private final Consumer<Outcome> listener;
    private boolean arrived;

    /** @param listener hears once how it went */
    Arrival(Workbench workbench, OpenRequest request, Consumer<Outcome> listener) {
        this.listener = listener;
        this.workbench = workbench;
        this.request = request;
    }

    /** How it went. */
    sealed interface Outcome {
        /** Everything asked for is there. */
        record There() implements Outcome {}

        /** The repository is open, but has no such symbol. */
        record NoSuchSymbol(String name) implements Outcome {
            UserMessage message() {
                return UserMessage.of("app.open.noSymbol", name);
            }
        }

        /** The repository could not be opened or indexed. */
        record Failed(UserMessage why) implements Outcome {}
    }

    /** The listener hears when the repository is indexed and room and symbol are chosen. */
    void begin() {
        if (request.folder().isEmpty()) {
            if (request.room().isWithoutRepository()) {
                workbench.roomProperty().set(request.room());
            }
            arrive(new Outcome.There());
            return;
        }
        workbench.sessionProperty().subscribe(this::opened);
        workbench.failureProperty().subscribe(this::failed);
        workbench.open(request.folder().get(), request.room());
    }

    private void arrive(Outcome outcome) {
        if (!arrived) {
            arrived = true;
            listener.accept(outcome);
        }
    }

    private void opened(@Nullable Session session) {
        if (session != null && !arrived) {
            session.phaseProperty().subscribe(phase -> reached(session, phase));
        }
    }

    private void reached(Session session, Phase phase) {
        switch (phase) {
            case INDEXING -> {}
            case CANCELLED -> failed(UserMessage.of("app.map.stopped"));
            case FAILED -> failed(session.failureProperty().get());
            case READY -> choose(session);
        }
    }

    private void choose(Session session) {
        if (arrived) {
            return;
        }
        if (request.at().isPresent()) {
            session.time().begin(request.at());
        }
        if (request.compare().isEmpty()) {
            arrive(select(session, session.graph()));
            return;
        }
        session.comparison().failureProperty().subscribe(this::failed);
        session.comparison().comparedProperty().subscribe((before, now) -> {
            if (now != null && !arrived) {
                // What was removed can be selected too.
                arrive(select(session, now.layer().over(session.graph())));
            }
        });
        session.comparison().with(request.compare().get());
    }

    private Outcome select(Session session, CodeGraph graph) {
        Optional<String> name = request.select();
        Optional<SymbolKey> key = name.flatMap(wanted -> SymbolLookup.find(graph, wanted));
        key.ifPresent(session.selectedProperty()::set);
        return name.isPresent() && key.isEmpty() ? new Outcome.NoSuchSymbol(name.get()) : new Outcome.There();
    }

    private void failed(@Nullable UserMessage message) {
        if (message != null) {
            arrive(new Outcome.Failed(message));
        }
    }
}
