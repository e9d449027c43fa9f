package dev.orrery.app.feature.code;

import dev.orrery.api.CodeGraph;
import dev.orrery.api.GraphDelta;
import dev.orrery.api.OrreryException;
import dev.orrery.api.OutlineItem;
import dev.orrery.api.SymbolKey;
import dev.orrery.api.UserMessage;
import dev.orrery.app.session.Latest;
import dev.orrery.app.session.Navigator.Intent;
import dev.orrery.app.session.Place;
import dev.orrery.app.session.Session;
import dev.orrery.app.session.SymbolText;
import dev.orrery.app.session.Threads;
import dev.orrery.app.session.Work;
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

/** The files that are open for reading, and the answers about the place where the caret is. UI thread only. */
public final class CodeViewModel {
    private final Session session;
    private final FileReader reader;
    private final Threads threads;
    private final Latest outlines;
    private final Latest questions;
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

    public CodeViewModel(Session session, Threads threads) {
        this.session = session;
        this.threads = threads;
        this.reader = new FileReader(session.index(), threads);
        this.outlines = new Latest(threads);
        this.questions = new Latest(threads);
        this.follow = new Latest(threads);
        this.marking = new Latest(threads);
        session.onDelta(this::changed);
        session.selectedProperty().subscribe(this::glanceAt);
        current.subscribe(file -> refreshOutline());
        current.subscribe(file -> refreshMarks());
        session.selectedProperty().subscribe(key -> refreshMarks());
        session.litProperty().subscribe(keys -> refreshMarks());
    }

    /** Whose usages are listed, and whether they are still being looked for. */
    public record UsageSearch(String name, Stage stage) {
        /** How far a search is. */
        public enum Stage {
            RUNNING,
            DONE
        }
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
        CodeGraph graph = session.graph();
        SymbolKey selected = session.selectedProperty().get();
        List<SymbolKey> lit = session.litProperty().get();
        marking.ask(cancellation -> ReliefMark.of(graph, file.path(), selected, lit), marks::set, notice::set);
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

    private @Nullable OpenFile find(String path) {
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

    public void close(OpenFile file) {
        int index = files.indexOf(file);
        files.remove(file);
        if (current.get() == file) {
            current.set(files.isEmpty() ? null : files.get(Math.clamp(index, 0, files.size() - 1)));
        }
    }

    /** Completes, on the UI thread, once the current file and its outline are there, or why they are not. */
    public CompletableFuture<Void> settled() {
        return settled.copy();
    }

    private void load(OpenFile file, int line) {
        if (settled.isDone()) {
            settled = new CompletableFuture<>();
        }
        reader.read(file.path(), line, content -> {
            file.show(content);
            if (current.get() == file) {
                refreshOutline();
            }
        });
    }

    private void changed(GraphDelta delta) {
        refreshMarks();
        for (OpenFile file : files) {
            if (delta.files().contains(file.path())) {
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
        outlines.ask(
                cancellation -> session.index().outline().outline(shown.document()),
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
                    return leave || symbol < 0 ? Selection.UNCHANGED : new Selection(graph.key(symbol));
                },
                found -> {
                    if (found.key() != null) {
                        session.selectedProperty().set(found.key());
                    }
                },
                notice::set);
    }

    private record Selection(@Nullable SymbolKey key) {
        static final Selection UNCHANGED = new Selection(null);
    }

    /** Goes to what is called or named at the caret. */
    public void goToDefinition() {
        CodeGraph graph = session.graph();
        askAtCaret((place, word) -> cancellation -> definition(graph, place, word), place -> open(place, Intent.READ));
    }

    private static Place definition(CodeGraph graph, Place place, String word) throws OrreryException {
        int symbol = CodeQuestions.definition(graph, place, word);
        if (symbol < 0) {
            throw new OrreryException(UserMessage.of("app.code.noDefinition", word));
        }
        return CodeQuestions.place(graph, symbol);
    }

    /** Lists who uses what the caret stands on, or else the symbol around it. */
    public void findUsages() {
        usages.clear();
        CodeGraph graph = session.graph();
        askAtCaret(
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
                found -> {
                    usages.setAll(found.usages());
                    usageSearch.set(new UsageSearch(found.name(), UsageSearch.Stage.DONE));
                });
    }

    private record Found(String name, List<Usage> usages) {}

    public void closeUsages() {
        usageSearch.set(null);
        usages.clear();
    }

    /** Tells {@code answer} what stands at a place, in one line; nothing where nothing is known. */
    public void describe(Place place, String word, Consumer<String> answer) {
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
                        notice::set);
    }

    private interface Question<T> {
        Work<T> at(Place place, String word);
    }

    private <T> void askAtCaret(Question<T> question, Consumer<T> answer) {
        notice.set(null);
        OpenFile file = current.get();
        if (file != null && file.contentProperty().get() instanceof Content.Shown shown) {
            Place caret = file.caretProperty().get();
            String word = shown.lines().wordAt(caret.line() - 1, caret.column() - 1);
            questions.ask(question.at(caret, word), answer, notice::set);
        }
    }
}
