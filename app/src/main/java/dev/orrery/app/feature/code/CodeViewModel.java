package dev.orrery.app.feature.code;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.Document;
import dev.orrery.api.GraphDelta;
import dev.orrery.api.OutlineItem;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.UserMessage;
import dev.orrery.app.edit.Saving;
import dev.orrery.app.edit.UnsavedStore;
import dev.orrery.app.edit.UnsavedText;
import dev.orrery.app.session.CodeQuestions;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Navigator.Intent;
import dev.orrery.app.session.Place;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.SymbolText;
import dev.orrery.app.session.Threads;
import dev.orrery.app.session.Usage;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The open files, and the answers about the place where the caret is. UI thread only. */
public final class CodeViewModel {
    private static final Duration BEHIND = Duration.ofMillis(300);
    private static final Duration QUIET = Duration.ofMillis(500);

    private final Session session;
    private final FileReader reader;
    private final Editing editing;
    private final Keeping keeping;
    private final LiveText live;
    private final Threads threads;
    private final Latest outlines;
    private final CaretAnswers answers;
    private final Latest follow;
    private final ObservableList<OpenFile> files = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable OpenFile> current = new SimpleObjectProperty<>();
    private final ObservableList<OutlineItem> outline = FXCollections.observableArrayList();
    private CompletableFuture<Void> settled = CompletableFuture.completedFuture(null);
    private final Latest marking;
    private final ReadOnlyObjectWrapper<List<ReliefMark>> marks = new ReadOnlyObjectWrapper<>(List.of());
    private final ObservableList<Usage> usages = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<@Nullable UsageSearch> usageSearch = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable UserMessage> notice = new ReadOnlyObjectWrapper<>();
    private final ObjectProperty<@Nullable CloseQuestion> question = new SimpleObjectProperty<>();

    /** @param unsaved where the application keeps text that is not saved */
    public CodeViewModel(Session session, Threads threads, Path unsaved) {
        this(session, threads, unsaved, BEHIND, QUIET);
    }

    CodeViewModel(Session session, Threads threads, Path unsaved, Duration behind, Duration quiet) {
        this.session = session;
        this.threads = threads;
        this.reader = new FileReader(session.index(), threads);
        UnsavedStore store = new UnsavedStore(unsaved, session.root());
        this.keeping = new Keeping(store, threads, behind, Clock.systemUTC(), session::tell);
        this.editing = new Editing(reader, new Saving(session.root(), store.staging()), keeping, threads);
        this.live = new LiveText(session.index(), threads, new Later(threads, quiet), this::settled, notice::set);
        this.outlines = new Latest(threads);
        this.answers = new CaretAnswers(session, threads, notice::set);
        this.follow = new Latest(threads);
        this.marking = new Latest(threads);
        session.onDelta(this::changed);
        session.selectedProperty().subscribe(this::glanceAt);
        current.subscribe(file -> refreshOutline());
        current.subscribe(file -> refreshMarks());
        session.selectedProperty().subscribe(key -> refreshMarks());
        session.litProperty().subscribe(keys -> refreshMarks());
    }

    public ObservableList<OpenFile> files() {
        return files;
    }

    public ObjectProperty<@Nullable OpenFile> currentProperty() {
        return current;
    }

    /** The declarations of the current file. */
    public ObservableList<OutlineItem> outline() {
        return outline;
    }

    /** The lines of the current file that have to do with the selection or with what is lit on the map. */
    ReadOnlyObjectProperty<List<ReliefMark>> marksProperty() {
        return marks.getReadOnlyProperty();
    }

    private void refreshMarks() {
        OpenFile file = current.get();
        if (file == null) {
            marking.cancel();
            marks.set(List.of());
            return;
        }
        ReliefMark.ask(session, file.path(), marking, marks::set, notice::set);
    }

    public ObservableList<Usage> usages() {
        return usages;
    }

    public ReadOnlyObjectProperty<@Nullable UsageSearch> usageSearchProperty() {
        return usageSearch.getReadOnlyProperty();
    }

    /** Why the last question had no answer. */
    public ReadOnlyObjectProperty<@Nullable UserMessage> noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    /** Shows a place in its file's tab, opening it where needed; a glance takes the tab of the glance before. */
    public void open(Place place, Intent intent) {
        OpenFile file = find(place.path());
        if (file == null) {
            file = new OpenFile(place.path());
            int reusable = indexOfGlance();
            if (reusable >= 0) {
                files.set(reusable, file);
            } else {
                files.add(file);
            }
            load(file, place.line());
        }
        if (intent == Intent.READ) {
            file.glanceProperty().set(false);
        }
        file.jumpTo(place);
        current.set(file);
    }

    @Nullable
    OpenFile find(String path) {
        return files.stream()
                .filter(file -> file.path().equals(path))
                .findFirst()
                .orElse(null);
    }

    private int indexOfGlance() {
        for (int i = 0; i < files.size(); i++) {
            if (files.get(i).glanceProperty().get()) {
                return i;
            }
        }
        return -1;
    }

    Threads threads() {
        return threads;
    }

    /** Closes a file; one with unsaved text asks first. */
    public void close(OpenFile file) {
        unlessUnsaved(List.of(file), () -> remove(file));
    }

    private void remove(OpenFile file) {
        int index = files.indexOf(file);
        files.remove(file);
        live.forget(file);
        if (current.get() == file) {
            current.set(files.isEmpty() ? null : files.get(Math.clamp(index, 0, files.size() - 1)));
        }
    }

    /** Runs {@code then} once no open file has unsaved text, which the user may be asked about, or may forbid. */
    public void closeAll(Runnable then) {
        unlessUnsaved(List.copyOf(files), () -> {
            var unused = keeping.written().thenRun(() -> threads.ui().execute(then));
        });
    }

    private void unlessUnsaved(List<OpenFile> closing, Runnable then) {
        List<OpenFile> unsaved =
                closing.stream().filter(file -> file.modifiedProperty().get()).toList();
        if (unsaved.isEmpty()) {
            then.run();
        } else {
            question.set(new CloseQuestion(unsaved, then));
        }
    }

    /** What must be decided before files are closed. */
    public ObjectProperty<@Nullable CloseQuestion> questionProperty() {
        return question;
    }

    /** Saves the files and closes them; those that cannot be saved stay open and say why. */
    public void saveAndClose(CloseQuestion asked) {
        question.set(null);
        editing.saveAll(asked.files(), asked.then());
    }

    /** Closes the files and forgets their unsaved text. */
    public void discardAndClose(CloseQuestion asked) {
        question.set(null);
        asked.files().forEach(file -> keeping.forget(file.path()));
        asked.then().run();
    }

    public void save(OpenFile file) {
        var unused = editing.save(file);
    }

    public void saveAll() {
        files.forEach(this::save);
    }

    /** Writes the text over what somebody else wrote meanwhile. */
    public void keepMine(OpenFile file) {
        editing.keepMine(file);
    }

    /** Hands what is on disk to {@code answer}, to be read; nothing where there is no text. */
    void theirs(OpenFile file, Consumer<Content.Shown> answer) {
        reader.read(file.path(), file.caretProperty().get().line(), read -> {
            if (read.content() instanceof Content.Shown shown) {
                answer.accept(shown);
            }
        });
    }

    /** Takes what is on disk in place of the unsaved text. */
    public void takeTheirs(OpenFile file) {
        editing.takeTheirs(file);
    }

    /** Opens what was not saved when the application ended. */
    public void bringBack() {
        keeping.left(left -> {
            for (UnsavedText unsaved : left) {
                if (find(unsaved.path()) == null) {
                    OpenFile file = new OpenFile(unsaved.path());
                    files.add(file);
                    editing.bringBack(file, unsaved, () -> there(file));
                }
            }
            if (!left.isEmpty()) {
                session.tell(UserMessage.of("app.edit.broughtBack", left.size()));
            }
        });
    }

    private void there(OpenFile file) {
        live.watch(file);
        if (current.get() == null) {
            current.set(file);
        }
    }

    /** Keeps unsaved text for the next time. */
    public void leave() {
        files.forEach(keeping::now);
    }

    /** Completes, on the UI thread, once the current file and its outline are there, or why they are not. */
    public CompletableFuture<Void> settled() {
        return settled.copy();
    }

    private void load(OpenFile file, int line) {
        if (settled.isDone()) {
            settled = new CompletableFuture<>();
        }
        reader.read(file.path(), line, read -> {
            editing.shown(file, read);
            live.watch(file);
            if (current.get() == file) {
                refreshOutline();
            }
        });
    }

    private void settled(OpenFile file) {
        if (current.get() == file) {
            refreshOutline();
        }
    }

    /** The files may have changed on disk while somebody worked elsewhere. */
    public void lookAtDisk() {
        files.forEach(editing::follow);
    }

    private void changed(GraphDelta delta) {
        refreshMarks();
        for (OpenFile file : files) {
            boolean touched = delta.files().contains(file.path());
            if (touched && file.draft().isPresent()) {
                editing.follow(file);
            } else if (touched) {
                load(file, file.caretProperty().get().line());
            }
        }
    }

    private void refreshOutline() {
        OpenFile file = current.get();
        if (file == null || !(file.contentProperty().get() instanceof Content.Shown shown)) {
            outlines.cancel();
            outline.clear();
            if (file == null || file.contentProperty().get() instanceof Content.Unreadable) {
                settled.complete(null);
            }
            return;
        }
        Document document = shown.draft().document();
        outlines.ask(
                cancellation -> session.index().outline().outline(document),
                items -> {
                    outline.setAll(items);
                    settled.complete(null);
                },
                why -> {
                    notice.set(why);
                    settled.complete(null);
                });
    }

    /** The map's selection leads: shows the selected symbol without taking the focus. */
    private void glanceAt(@Nullable SymbolKey key) {
        CodeGraph graph = session.graph();
        int symbol = key == null ? -1 : graph.find(key);
        if (symbol < 0) {
            return;
        }
        Place place = CodeQuestions.place(graph, symbol);
        OpenFile file = current.get();
        boolean there = file != null
                && file.path().equals(place.path())
                && symbol
                        == SymbolText.enclosing(
                                graph, place.path(), file.caretProperty().get().line());
        if (!there) {
            open(place, Intent.GLANCE);
        }
    }

    /** The caret leads: selects the symbol it stands in. Called by the view when the reader moved the caret. */
    public void caretMoved(OpenFile file, Place place) {
        file.caretProperty().set(place);
        CodeGraph graph = session.graph();
        SymbolKey selected = session.selectedProperty().get();
        follow.ask(
                cancellation -> {
                    int declared = selected == null ? -1 : graph.find(selected);
                    boolean leave = declared >= 0
                            && graph.line(declared) == place.line()
                            && graph.path(graph.file(declared)).equals(place.path());
                    int symbol = SymbolText.enclosing(graph, place.path(), place.line());
                    return leave || symbol < 0 ? Following.UNCHANGED : new Following(graph.key(symbol));
                },
                found -> {
                    if (found.key() != null) {
                        session.selectedProperty().set(found.key());
                    }
                },
                notice::set);
    }

    /** Goes to what is called or named at the caret. */
    public void goToDefinition() {
        notice.set(null);
        answers.definition(current.get(), place -> open(place, Intent.READ));
    }

    /** Lists who uses what the caret stands on, or else the symbol around it. */
    public void findUsages() {
        notice.set(null);
        usages.clear();
        answers.usages(current.get(), (name, found) -> {
            usages.setAll(found);
            usageSearch.set(new UsageSearch(name, UsageSearch.Stage.DONE));
        });
    }

    public void closeUsages() {
        usageSearch.set(null);
        usages.clear();
    }

    /** Tells {@code answer} what stands at a place, in one line; nothing where nothing is known. */
    public void describe(Place place, String word, Consumer<String> answer) {
        answers.describe(place, word, answer);
    }
}
