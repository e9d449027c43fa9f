package dev.orrery.app.feature.code;

import dev.orrery.api.Document;
import dev.orrery.api.SyntaxProblem;
import dev.orrery.api.UserMessage;
import dev.orrery.app.edit.Draft;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Threads;
import dev.orrery.indexer.CodeIndex;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Lets the rest of the application see unsaved text when nothing was typed for a while: map, search and context through the index, and the
 * editor what the parser finds wrong. UI thread only.
 */
final class LiveText {
    private final CodeIndex index;
    private final Threads threads;
    private final Later quiet;
    private final Consumer<OpenFile> settled;
    private final Consumer<UserMessage> trouble;
    private final Map<OpenFile, Latest> checks = new HashMap<>();
    private int edits;

    /** @param settled hears of a file whose text changed and then rested */
    LiveText(CodeIndex index, Threads threads, Later quiet, Consumer<OpenFile> settled, Consumer<UserMessage> trouble) {
        this.index = index;
        this.threads = threads;
        this.quiet = quiet;
        this.settled = settled;
        this.trouble = trouble;
    }

    /** Follows the text that a file shows now. */
    void watch(OpenFile file) {
        file.draft().ifPresent(draft -> {
            draft.onChange(spans -> {
                file.problems()
                        .set(stillThere(
                                file.problems().get(), draft, spans.getLast().startLine()));
                edited(file, draft);
            });
            file.modifiedProperty().addListener((property, before, modified) -> {
                if (!modified) {
                    index.discard(file.path());
                }
            });
            check(file, draft);
            if (file.modifiedProperty().get()) {
                index.edit(draft.document());
            }
        });
    }

    /** What is wrong above an edit stays where it is. */
    private static List<SyntaxProblem> stillThere(List<SyntaxProblem> problems, Draft draft, int line) {
        int start = draft.buffer().start(Math.min(line, draft.buffer().count() - 1));
        return problems.stream().filter(problem -> problem.end() < start).toList();
    }

    private void edited(OpenFile file, Draft draft) {
        int edit = ++edits;
        quiet.run(() -> {
            if (edit == edits) {
                if (file.modifiedProperty().get()) {
                    index.edit(draft.document());
                }
                check(file, draft);
                settled.accept(file);
            }
        });
    }

    private void check(OpenFile file, Draft draft) {
        Document document = draft.document();
        checks.computeIfAbsent(file, first -> new Latest(threads))
                .ask(
                        cancellation -> index.syntax().problems(document),
                        found -> {
                            if (draft.buffer().version() == document.version()) {
                                file.problems().set(found);
                            }
                        },
                        trouble);
    }

    /** The file is closed: its text on disk counts again. */
    void forget(OpenFile file) {
        checks.remove(file);
        index.discard(file.path());
    }
}
