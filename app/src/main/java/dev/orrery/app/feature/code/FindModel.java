package dev.orrery.app.feature.code;

import dev.orrery.api.Document;
import dev.orrery.api.TextEdit;
import dev.orrery.api.UserMessage;
import dev.orrery.app.edit.FindQuery;
import dev.orrery.app.edit.Finder;
import dev.orrery.app.edit.Selection;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Threads;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** What is looked for in one text, where it is, and what replacing it would do. UI thread only. */
final class FindModel {
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty replacement = new SimpleStringProperty("");
    private final BooleanProperty matchCase = new SimpleBooleanProperty();
    private final BooleanProperty words = new SimpleBooleanProperty();
    private final BooleanProperty regex = new SimpleBooleanProperty();
    private final ReadOnlyObjectWrapper<Finder.Found> found = new ReadOnlyObjectWrapper<>(Finder.Found.NOTHING);
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> failure = new ReadOnlyObjectWrapper<>();
    private final Latest searches;
    private final Latest replacements;

    FindModel(Threads threads) {
        this.searches = new Latest(threads);
        this.replacements = new Latest(threads);
    }

    StringProperty textProperty() {
        return text;
    }

    /** What is put in place of a match; where one looks for a regular expression, {@code $1} stands for a group. */
    StringProperty replacementProperty() {
        return replacement;
    }

    BooleanProperty matchCaseProperty() {
        return matchCase;
    }

    BooleanProperty wordsProperty() {
        return words;
    }

    BooleanProperty regexProperty() {
        return regex;
    }

    /** The matches in the text that was searched last. */
    ReadOnlyObjectProperty<Finder.Found> foundProperty() {
        return found.getReadOnlyProperty();
    }

    /** Why nothing could be found or replaced. */
    ReadOnlyObjectProperty<@Nullable UserMessage> failureProperty() {
        return failure.getReadOnlyProperty();
    }

    private FindQuery query() {
        Set<FindQuery.Option> options = EnumSet.noneOf(FindQuery.Option.class);
        if (matchCase.get()) {
            options.add(FindQuery.Option.CASE);
        }
        if (words.get()) {
            options.add(FindQuery.Option.WORD);
        }
        if (regex.get()) {
            options.add(FindQuery.Option.REGEX);
        }
        return new FindQuery(text.get(), options);
    }

    void search(Document document) {
        FindQuery query = query();
        searches.ask(
                cancellation -> Finder.find(document.text(), query, cancellation),
                matches -> {
                    failure.set(null);
                    found.set(matches);
                },
                why -> {
                    failure.set(why);
                    found.set(Finder.Found.NOTHING);
                });
    }

    void clear() {
        searches.cancel();
        found.set(Finder.Found.NOTHING);
        failure.set(null);
    }

    /** The first match that begins at an offset or behind it, or else the first of all. */
    Optional<Selection> next(int offset) {
        List<Selection> matches = found.get().matches();
        return matches.stream()
                .filter(match -> match.start() >= offset)
                .findFirst()
                .or(() -> matches.stream().findFirst());
    }

    /** The last match that begins before an offset, or else the last of all. */
    Optional<Selection> previous(int offset) {
        List<Selection> matches = found.get().matches();
        return matches.reversed().stream()
                .filter(match -> match.start() < offset)
                .findFirst()
                .or(() -> matches.reversed().stream().findFirst());
    }

    /** The number of a match, from 1; 0 where it is none. */
    int number(Selection match) {
        return found.get().matches().indexOf(match) + 1;
    }

    /** Replaces these matches of a document; the answer is the edits, and the document they are for. */
    void replace(Document document, List<Selection> matches, BiConsumer<Document, List<TextEdit>> answer) {
        FindQuery query = query();
        String with = replacement.get();
        replacements.ask(
                cancellation -> Finder.replacements(document.text(), query, matches, with, cancellation),
                edits -> {
                    failure.set(null);
                    answer.accept(document, edits);
                },
                failure::set);
    }
}
