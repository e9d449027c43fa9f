package dev.orrery.models.engine.gguf;

import dev.orrery.models.engine.Prompt;
import dev.orrery.models.gguf.GgufVocabulary;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A prompt as pieces that llama.cpp tokenises one by one; what the user's text spells is never a mark. */
final class GgufPrompt {
    private final GgufVocabulary vocabulary;
    private final PlainText plain;

    GgufPrompt(GgufVocabulary vocabulary) {
        this.vocabulary = vocabulary;
        plain = new PlainText(vocabulary.controls());
    }

    /** Prefix, suffix, middle, as every family with three marks was taught; without marks, what stands before the gap. */
    List<PromptPiece> infill(Prompt.Infill gap) {
        List<PromptPiece> pieces = new ArrayList<>();
        start(pieces);
        String before = gap.context().isEmpty() ? gap.prefix() : gap.context() + "\n" + gap.prefix();
        Optional<GgufVocabulary.InfillMarks> marks = vocabulary.infill();
        if (marks.isEmpty() || gap.suffix().isEmpty()) {
            text(pieces, before);
        } else {
            pieces.add(new PromptPiece.Token(marks.get().prefix()));
            text(pieces, before);
            pieces.add(new PromptPiece.Token(marks.get().suffix()));
            text(pieces, gap.suffix());
            pieces.add(new PromptPiece.Token(marks.get().middle()));
        }
        return pieces;
    }

    /**
     * A conversation in the form that the model's template gave it, with {@link #stand} in place of every turn's text.
     *
     * @return empty where the template did not take the turns as they are
     */
    Optional<List<PromptPiece>> chat(String form, List<Prompt.Turn> turns) {
        List<PromptPiece> pieces = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < turns.size(); i++) {
            int at = form.indexOf(stand(i), from);
            if (at < 0) {
                return Optional.empty();
            }
            form(pieces, form.substring(from, at));
            text(pieces, turns.get(i).text());
            from = at + stand(i).length();
        }
        form(pieces, form.substring(from));
        return Optional.of(pieces);
    }

    /** What stands for a turn's text in a template's form. */
    static String stand(int turn) {
        return "\uE000" + turn + "\uE001";
    }

    private void start(List<PromptPiece> pieces) {
        if (vocabulary.addsStart()) {
            pieces.add(new PromptPiece.Token(vocabulary.start().orElseThrow()));
        }
    }

    private void text(List<PromptPiece> pieces, String text) {
        plain.parts(text).forEach(part -> pieces.add(new PromptPiece.Text(part)));
    }

    private static void form(List<PromptPiece> pieces, String form) {
        if (!form.isEmpty()) {
            pieces.add(new PromptPiece.Text(form));
        }
    }
}
