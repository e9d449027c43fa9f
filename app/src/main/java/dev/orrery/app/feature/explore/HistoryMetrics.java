package dev.orrery.app.feature.explore;

import dev.orrery.api.UserMessage;
import dev.orrery.app.session.HistoryModel;
import dev.orrery.indexer.history.FileHistory;
import dev.orrery.indexer.history.FileMetrics;
import dev.orrery.indexer.link.impact.InformationFlow;
import dev.orrery.render3d.scene.Metrics;
import java.time.Instant;
import java.util.Optional;

/** What the map can tell by colours beyond the graph, as far as it has been read. */
final class HistoryMetrics {
    private HistoryMetrics() {}

    static Metrics of(HistoryModel model) {
        FileHistory history = model.historyProperty().get();
        return new Metrics(
                FileMetrics.churn(history),
                FileMetrics.age(history, Instant.now().getEpochSecond()),
                new InformationFlow(),
                FileMetrics.authors(history),
                unread(model.filesStateProperty().get(), history));
    }

    private static Optional<UserMessage> unread(HistoryModel.State state, FileHistory history) {
        if (history.commitCount() > 0) {
            return Optional.empty();
        }
        return Optional.of(UserMessage.of(
                switch (state) {
                    case WAITING, READING -> "app.map.history.reading";
                    case STOPPED -> "app.map.history.stopped";
                    case FAILED -> "app.map.history.failed";
                    case READ -> "app.map.history.none";
                }));
    }
}
