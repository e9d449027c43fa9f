package dev.orrery.app.feature.complete;

import dev.orrery.api.Document;
import dev.orrery.api.RequestBroker.Verdict;
import dev.orrery.api.TextEdit;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Threads;
import dev.orrery.models.complete.Answer;
import dev.orrery.models.complete.CompletionRequest;
import dev.orrery.models.complete.CompletionRequest.Occasion;
import dev.orrery.models.complete.Imports;
import dev.orrery.models.complete.Item;
import dev.orrery.models.complete.Proposal;
import dev.orrery.models.complete.TypedAlong;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/**
 * What is proposed in one editor. The built-in sources answer at once; a model that takes longer replaces their line only while the user has not
 * acted. UI thread only.
 */
public final class CompletionViewModel {
    private final ProposalSource source;
    private final Threads threads;
    private final BooleanSupplier automatic;
    private final Consumer<List<TextEdit>> editor;
    private final Latest quick;
    private final Latest slow;
    private final ReadOnlyObjectWrapper<@Nullable Ghost> ghost = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<Ghost.@Nullable Silence> silence = new ReadOnlyObjectWrapper<>();
    private final ObservableList<Item> items = FXCollections.observableArrayList();
    private @Nullable CompletionRequest latest;
    private boolean listWanted;

    /**
     * @param automatic whether something is proposed without being asked for
     * @param editor does edits as one step that can be undone
     */
    public CompletionViewModel(
            ProposalSource source, Threads threads, BooleanSupplier automatic, Consumer<List<TextEdit>> editor) {
        this.source = source;
        this.threads = threads;
        this.automatic = automatic;
        this.editor = editor;
        this.quick = new Latest(threads);
        this.slow = new Latest(threads);
    }

    ReadOnlyObjectProperty<@Nullable Ghost> ghostProperty() {
        return ghost.getReadOnlyProperty();
    }

    /** Why nothing is shown at the caret; there only where it was asked. */
    ReadOnlyObjectProperty<Ghost.@Nullable Silence> silenceProperty() {
        return silence.getReadOnlyProperty();
    }

    /** The words to choose from; empty where no list is shown. */
    ObservableList<Item> items() {
        return items;
    }

    /** Where the word begins that the list completes. */
    Optional<Integer> wordStart() {
        CompletionRequest request = latest;
        if (request == null) {
            return Optional.empty();
        }
        String text = request.document().text();
        int start = request.offset();
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        return Optional.of(start);
    }

    /** The user typed: the document as it is now, and where the caret stands. */
    public void typed(Document document, int offset) {
        CompletionRequest now = new CompletionRequest(document, offset, Occasion.TYPED);
        Ghost before = ghost.get();
        if (before != null) {
            List<Proposal> left = TypedAlong.rest(before.request(), before.proposals(), now);
            if (left.isEmpty()) {
                overtaken(before, now);
            } else {
                ghost.set(new Ghost(now, left, 0, before.heldBack(), before.stages()));
                latest = now;
                silence.set(null);
                listAt(document, offset);
                return;
            }
        }
        ghost.set(null);
        silence.set(null);
        listAt(document, offset);
        if (automatic.getAsBoolean()) {
            ask(now);
        } else {
            forget();
        }
    }

    /** A list that is open stays so while a word goes on; a dot opens one. */
    private void listAt(Document document, int offset) {
        char last = offset == 0 ? ' ' : document.text().charAt(offset - 1);
        boolean inWord = Character.isJavaIdentifierPart(last);
        listWanted = last == '.' || inWord && (listWanted || !items.isEmpty());
        if (!listWanted) {
            items.clear();
        }
    }

    /** The user wants proposals here, whatever is usual. */
    public void asked(Document document, int offset) {
        listWanted = true;
        ask(new CompletionRequest(document, offset, Occasion.ASKED));
    }

    /** The caret went elsewhere, or the editor is left. */
    public void moved() {
        Ghost before = ghost.get();
        if (before != null) {
            decided(before.proposal(), Verdict.IGNORED);
        }
        forget();
    }

    private void forget() {
        quick.cancel();
        slow.cancel();
        latest = null;
        listWanted = false;
        ghost.set(null);
        silence.set(null);
        items.clear();
    }

    private void ask(CompletionRequest request) {
        latest = request;
        slow.cancel();
        quick.ask(
                cancellation -> source.builtIn(request, cancellation),
                answer -> show(request, answer),
                why -> silent(request, why));
    }

    private void show(CompletionRequest request, Answer answer) {
        items.setAll(listWanted ? answer.items() : List.of());
        if (answer.proposals().isEmpty()) {
            ghost.set(null);
            silence.set(new Ghost.Silence(request, answer.silence(), answer.heldBack()));
        } else {
            ghost.set(new Ghost(request, answer.proposals(), 0, answer.heldBack(), answer.stages()));
        }
        slow.ask(
                cancellation -> source.model(request, cancellation),
                later -> later.ifPresent(found -> replace(request, found)),
                why -> silent(request, why));
    }

    private void silent(CompletionRequest request, UserMessage why) {
        if (ghost.get() == null) {
            silence.set(new Ghost.Silence(request, List.of(why), List.of()));
        }
    }

    /** A slower proposal goes before the quick ones, unless the user has chosen among these. */
    @SuppressWarnings("ReferenceEquality")
    private void replace(CompletionRequest request, Answer later) {
        Ghost before = ghost.get();
        if (request != latest || later.proposals().isEmpty() || before != null && before.chosen() > 0) {
            return;
        }
        List<Proposal> all = new ArrayList<>(later.proposals());
        if (before != null) {
            before.proposals().stream()
                    .filter(quickOne -> later.proposals().stream()
                            .noneMatch(one -> one.edit().equals(quickOne.edit())))
                    .forEach(all::add);
        }
        silence.set(null);
        ghost.set(new Ghost(request, all, 0, later.heldBack(), later.stages()));
    }

    /** Shows the next proposal, or the one before. */
    public void turn(int by) {
        Ghost shown = ghost.get();
        if (shown != null) {
            ghost.set(shown.turned(by));
        }
    }

    /** How much of a proposal is taken. */
    public enum Part {
        ALL,
        WORD,
        LINE
    }

    /** Takes what is shown, or a part of it. Answers whether there was something. */
    public boolean accept(Part part) {
        Ghost shown = ghost.get();
        if (shown == null) {
            return false;
        }
        Proposal proposal = shown.proposal();
        TextEdit whole = proposal.edit();
        String taken = part(whole.text(), part);
        boolean all = taken.length() == whole.text().length();
        Document document = shown.request().document();
        List<TextEdit> edits = new ArrayList<>(Imports.edits(document, proposal.imports()));
        edits.add(all ? whole : new TextEdit(whole.start(), whole.start(), taken));
        forget();
        editor.accept(edits);
        decided(proposal, all ? Verdict.ACCEPTED : Verdict.PARTLY_ACCEPTED);
        if (!all) {
            goOn(shown, proposal, edits, taken);
        }
        return true;
    }

    /** What is left of a proposal that was taken in part stays to be taken. */
    private void goOn(Ghost shown, Proposal proposal, List<TextEdit> edits, String taken) {
        TextEdit whole = proposal.edit();
        Document before = shown.request().document();
        int moved = edits.stream()
                .limit(edits.size() - 1L)
                .mapToInt(edit -> edit.text().length() - (edit.end() - edit.start()))
                .sum();
        String text = before.text();
        for (TextEdit edit : edits.reversed()) {
            text = edit.applyTo(text);
        }
        int start = whole.start() + moved + taken.length();
        Document after = new Document(before.path(), before.version() + 1, text);
        Proposal rest = new Proposal(
                new TextEdit(
                        start,
                        whole.end() + moved + taken.length(),
                        whole.text().substring(taken.length())),
                List.of(),
                proposal.source(),
                proposal.probability(),
                proposal.took());
        CompletionRequest request =
                new CompletionRequest(after, start, shown.request().occasion());
        latest = request;
        ghost.set(new Ghost(request, List.of(rest), 0, shown.heldBack(), shown.stages()));
    }

    private static String part(String text, Part part) {
        int end = text.length();
        if (part == Part.LINE) {
            int line = text.indexOf('\n', text.startsWith("\n") ? 1 : 0);
            end = line < 0 ? end : line;
        } else if (part == Part.WORD) {
            int at = 0;
            while (at < text.length() && !Character.isJavaIdentifierPart(text.charAt(at))) {
                at++;
            }
            while (at < text.length() && Character.isJavaIdentifierPart(text.charAt(at))) {
                at++;
            }
            end = at;
        }
        return text.substring(0, end);
    }

    /** Puts a word of the list in the place of the one that was begun. */
    public void accept(Item item) {
        CompletionRequest request = latest;
        if (request == null) {
            return;
        }
        int start = wordStart().orElse(request.offset());
        List<TextEdit> edits = new ArrayList<>();
        item.name()
                .map(name -> name.importName())
                .filter(name -> !name.isEmpty())
                .ifPresent(name -> edits.addAll(Imports.edits(request.document(), List.of(name))));
        edits.add(new TextEdit(start, request.offset(), item.text()));
        forget();
        editor.accept(edits);
    }

    /** The user does not want what is shown. Answers whether something was. */
    public boolean dismiss() {
        Ghost shown = ghost.get();
        boolean something = shown != null || !items.isEmpty() || silence.get() != null;
        forget();
        if (shown != null) {
            decided(shown.proposal(), Verdict.REJECTED);
        }
        return something;
    }

    private void overtaken(Ghost before, CompletionRequest now) {
        boolean typedAll = now.offset() > before.request().offset()
                && now.document()
                        .text()
                        .startsWith(
                                before.proposal().edit().text(),
                                before.proposal().edit().start());
        decided(before.proposal(), typedAll ? Verdict.ACCEPTED : Verdict.IGNORED);
    }

    private void decided(Proposal proposal, Verdict verdict) {
        threads.background().execute(() -> source.settle(proposal, verdict));
    }

    /** What is shown now, for who explains it. */
    public Optional<Proposal> shown() {
        return Optional.ofNullable(ghost.get()).map(Ghost::proposal);
    }
}
