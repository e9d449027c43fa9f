package dev.orrery.app.lsp;

import dev.orrery.api.Cancellation;
import dev.orrery.api.Document;
import dev.orrery.api.ScopeName;
import dev.orrery.app.complete.RepositoryCompletion;
import dev.orrery.app.edit.TextBuffer;
import dev.orrery.models.complete.Answer;
import dev.orrery.models.complete.CompletionRequest;
import dev.orrery.models.complete.CompletionRequest.Occasion;
import dev.orrery.models.complete.Imports;
import dev.orrery.models.complete.Item;
import dev.orrery.models.complete.Proposal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.eclipse.lsp4j.CompletionItem;
import org.eclipse.lsp4j.CompletionItemKind;
import org.eclipse.lsp4j.CompletionItemLabelDetails;
import org.eclipse.lsp4j.CompletionList;
import org.eclipse.lsp4j.InlineCompletionItem;
import org.eclipse.lsp4j.InlineCompletionList;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Words and lines to write at a caret. Safe from any thread. */
final class Proposals {
    private final RepositoryCompletion completion;

    Proposals(RepositoryCompletion completion) {
        this.completion = completion;
    }

    private Answer ask(Document document, int offset, Occasion occasion, Cancellation cancellation) {
        return completion.builtIn().at(new CompletionRequest(document, offset, occasion), cancellation);
    }

    /** The words that may stand at the caret, in our order. */
    CompletionList words(Document document, Position at, Cancellation cancellation) {
        TextBuffer buffer = new TextBuffer(document.text());
        int offset = EditorTexts.offset(buffer, at);
        int start = offset;
        while (start > 0 && Character.isJavaIdentifierPart(document.text().charAt(start - 1))) {
            start--;
        }
        Range word = new Range(EditorTexts.position(buffer, start), EditorTexts.position(buffer, offset));
        List<CompletionItem> items = new ArrayList<>();
        for (Item item : ask(document, offset, Occasion.ASKED, cancellation).items()) {
            items.add(item(document, buffer, item, word, items.size()));
        }
        return new CompletionList(true, items);
    }

    private static CompletionItem item(Document document, TextBuffer buffer, Item item, Range word, int rank) {
        CompletionItem answer = new CompletionItem(item.text());
        answer.setSortText(String.format(Locale.ROOT, "%05d", rank));
        answer.setTextEdit(Either.forLeft(new TextEdit(word, item.text())));
        answer.setPreselect(rank == 0);
        item.name()
                .ifPresentOrElse(
                        name -> describe(document, buffer, answer, name),
                        () -> answer.setKind(CompletionItemKind.Text));
        return answer;
    }

    private static void describe(Document document, TextBuffer buffer, CompletionItem answer, ScopeName name) {
        answer.setKind(
                switch (name.kind()) {
                    case LOCAL, PARAMETER -> CompletionItemKind.Variable;
                    case FIELD -> CompletionItemKind.Field;
                    case METHOD -> CompletionItemKind.Method;
                    case CONSTRUCTOR -> CompletionItemKind.Constructor;
                    case TYPE -> CompletionItemKind.Class;
                    case PACKAGE -> CompletionItemKind.Module;
                });
        CompletionItemLabelDetails details = new CompletionItemLabelDetails();
        details.setDetail(name.signature());
        details.setDescription(name.importName().isEmpty() ? name.type() : name.importName());
        answer.setLabelDetails(details);
        answer.setDetail((name.type() + " " + name.signature()).strip());
        if (!name.importName().isEmpty()) {
            answer.setAdditionalTextEdits(edits(buffer, Imports.edits(document, List.of(name.importName()))));
        }
    }

    private static List<TextEdit> edits(TextBuffer buffer, List<dev.orrery.api.TextEdit> edits) {
        return edits.stream()
                .map(edit -> new TextEdit(
                        new Range(EditorTexts.position(buffer, edit.start()), EditorTexts.position(buffer, edit.end())),
                        edit.text()))
                .toList();
    }

    /** Lines to show at the caret; those that need imports are left out, for the protocol has no place for them. */
    InlineCompletionList lines(Document document, Position at, boolean asked, Cancellation cancellation) {
        TextBuffer buffer = new TextBuffer(document.text());
        int offset = EditorTexts.offset(buffer, at);
        Answer answer = ask(document, offset, asked ? Occasion.ASKED : Occasion.TYPED, cancellation);
        List<InlineCompletionItem> items = new ArrayList<>();
        for (Proposal proposal : answer.proposals()) {
            if (proposal.imports().isEmpty()) {
                InlineCompletionItem item =
                        new InlineCompletionItem(Either.forLeft(proposal.edit().text()));
                item.setRange(new Range(
                        EditorTexts.position(buffer, proposal.edit().start()),
                        EditorTexts.position(buffer, proposal.edit().end())));
                items.add(item);
            }
        }
        return new InlineCompletionList(items);
    }
}
