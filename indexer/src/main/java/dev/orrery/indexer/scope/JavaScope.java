package dev.orrery.indexer.scope;

import dev.orrery.api.Document;
import dev.orrery.api.Scope;
import dev.orrery.api.Scope.Place;
import dev.orrery.indexer.link.java.CaretForm;
import dev.orrery.indexer.link.java.CaretNames;
import dev.orrery.indexer.link.java.LiveTypes;
import dev.orrery.indexer.parse.CaretScope;
import dev.orrery.indexer.parse.Declarations;
import dev.orrery.indexer.parse.LiveFacts;
import dev.orrery.indexer.parse.Parsing;
import dev.orrery.indexer.parse.SourceLanguage;
import dev.orrery.indexer.scope.JavaCaret.Completion;
import dev.orrery.indexer.scope.JavaCaret.Written;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

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
        boolean followed = frames.stack().size() > 1 && !frames.hasLocalClass() && !frames.isBlurred();
        int around = frames.containers() - 1;
        Probed probed = probed(parsing, java, before, frames, written, text.substring(end), around);
        if (probed == null) {
            probed = probed(parsing, java, before, JavaFrames.of(before), written, "", 0);
        }
        if (probed == null) {
            return ScopeFinder.nothing(written.place(), start);
        }
        CaretForm form = new CaretForm(
                written.place(),
                written.want(),
                written.path(),
                text.substring(start, caret),
                statics,
                probed.isWhole() && followed);
        int word = start;
        return types.ask(document.path(), probed.facts(), unit -> CaretNames.of(unit, form, word));
    }

    private record Probed(LiveFacts facts, boolean isWhole) {}

    /** The facts of a probe text; null where the caret is not found in it, inside of so many types. */
    private static @Nullable Probed probed(
            Parsing parsing,
            SourceLanguage java,
            JavaTokens before,
            JavaFrames frames,
            Written written,
            String rest,
            int types) {
        JavaProbe.Result probe = JavaProbe.of(before, frames, written, rest);
        Optional<LiveFacts> facts = parsing.live(java, probe.text().getBytes(StandardCharsets.UTF_8), JavaProbe.NAME);
        Optional<CaretScope> caret = facts.flatMap(LiveFacts::caret);
        if (caret.isEmpty()) {
            return null;
        }
        Declarations declarations = facts.get().facts().declarations();
        long around = caret.get().around().stream()
                .filter(each -> declarations.kind(each.row()).isType())
                .count();
        return around < types ? null : new Probed(facts.get(), probe.isWhole());
    }
}
