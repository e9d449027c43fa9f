package dev.orrery.app.feature.code;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.OrreryException;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.CodeQuestions;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Place;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.SymbolText;
import dev.orrery.app.session.Threads;
import dev.orrery.app.session.Usage;
import dev.orrery.app.session.Work;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Answers questions about the place where a caret is. UI thread only; computes in the background. */
final class CaretAnswers {
    private final Session session;
    private final Threads threads;
    private final Latest questions;
    private final Consumer<UserMessage> failure;

    CaretAnswers(Session session, Threads threads, Consumer<UserMessage> failure) {
        this.session = session;
        this.threads = threads;
        this.questions = new Latest(threads);
        this.failure = failure;
    }

    /** Where what is called or named at the caret is declared. */
    void definition(@Nullable OpenFile file, Consumer<Place> answer) {
        CodeGraph graph = session.graph();
        ask(file, (place, word) -> cancellation -> definition(graph, place, word), answer);
    }

    private static Place definition(CodeGraph graph, Place place, String word) throws OrreryException {
        int symbol = CodeQuestions.definition(graph, place, word);
        if (symbol < 0) {
            throw new OrreryException(UserMessage.of("app.code.noDefinition", word));
        }
        return CodeQuestions.place(graph, symbol);
    }

    /** Who uses what the caret stands on, or else the symbol around it, with its name. */
    void usages(@Nullable OpenFile file, BiConsumer<String, List<Usage>> answer) {
        CodeGraph graph = session.graph();
        ask(
                file,
                (place, word) -> cancellation -> {
                    int named = CodeQuestions.definition(graph, place, word);
                    int symbol = named >= 0 ? named : SymbolText.enclosing(graph, place.path(), place.line());
                    if (symbol < 0) {
                        throw new OrreryException(UserMessage.of("app.code.noSymbol"));
                    }
                    return new Found(
                            SymbolText.label(graph, symbol),
                            CodeQuestions.usages(graph, symbol, session.index().text(), cancellation));
                },
                found -> answer.accept(found.name(), found.usages()));
    }

    private record Found(String name, List<Usage> usages) {}

    /** What stands at a place, in one line; no answer where nothing is known. */
    void describe(Place place, String word, Consumer<String> answer) {
        CodeGraph graph = session.graph();
        new Latest(threads)
                .ask(
                        cancellation -> {
                            int symbol = CodeQuestions.definition(graph, place, word);
                            return symbol < 0 ? "" : graph.qualifiedName(symbol);
                        },
                        text -> {
                            if (!text.isEmpty()) {
                                answer.accept(text);
                            }
                        },
                        failure);
    }

    private interface Question<T> {
        Work<T> at(Place place, String word);
    }

    private <T> void ask(@Nullable OpenFile file, Question<T> question, Consumer<T> answer) {
        if (file != null && file.contentProperty().get() instanceof Content.Shown shown) {
            Place caret = file.caretProperty().get();
            String word = shown.draft().buffer().wordAt(caret.line() - 1, caret.column() - 1);
            questions.ask(question.at(caret, word), answer, failure);
        }
    }
}
