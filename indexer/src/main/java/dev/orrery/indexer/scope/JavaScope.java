package dev.orrery.indexer.scope;

import dev.orrery.api.Document;
import dev.orrery.api.Scope;
import dev.orrery.api.Scope.Place;
import dev.orrery.indexer.link.java.CaretForm;
import dev.orrery.indexer.link.java.CaretForm.Want;
import dev.orrery.indexer.link.java.CaretNames;
import dev.orrery.indexer.link.java.LiveTypes;
import dev.orrery.indexer.parse.LiveFacts;
import dev.orrery.indexer.parse.Parsing;
import dev.orrery.indexer.parse.SourceLanguage;
import dev.orrery.indexer.scope.JavaCaret.Completion;
import dev.orrery.indexer.scope.JavaCaret.Written;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One caret in Java: what is written there, the probe, and the names. */
final class JavaScope {
    private JavaScope() {}

    static Scope at(Parsing parsing, SourceLanguage java, LiveTypes types, Document document, int caret) {
        String text = document.text();
        int start = caret;
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        int end = caret;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        JavaTokens before = JavaTokens.of(text.substring(0, start));
        if (before.isOpen() || start < caret && Character.isDigit(text.charAt(start))) {
            return ScopeFinder.nothing(Place.TEXT, start);
        }
        JavaFrames frames = JavaFrames.of(before);
        if (frames.deepest() > JavaFrames.DEEPEST) {
            return ScopeFinder.nothing(Place.UNKNOWN, start);
        }
        Written written = new JavaCaret(before, frames).written();
        if (written.completion() == Completion.NONE) {
            return ScopeFinder.nothing(written.place(), start);
        }
        boolean statics = frames.isStatic();
        JavaProbe.Result probe = JavaProbe.of(before, frames, written, text.substring(end));
        Optional<LiveFacts> facts = parsing.live(java, probe.text().getBytes(StandardCharsets.UTF_8), JavaProbe.NAME);
        if (facts.isEmpty() || facts.get().caret().isEmpty()) {
            return ScopeFinder.nothing(written.place(), start);
        }
        Want want = written.want();
        CaretForm form = new CaretForm(
                written.place(), want, written.path(), text.substring(start, caret), statics, probe.isWhole());
        int word = start;
        return types.ask(document.path(), facts.get(), unit -> CaretNames.of(unit, form, word));
    }
}
