package dev.orrery.app.feature.code;

import dev.orrery.api.SyntaxProblem;
import dev.orrery.app.control.Icons;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.edit.Selection;
import java.util.List;
import javafx.scene.control.Button;
import org.kordamp.ikonli.feather.Feather;

/** Shows what is wrong in one text: lines under it, marked line numbers, how many there are; and goes from one to the next. */
final class EditorProblems {
    private final ViewContext context;
    private final CodeEditor editor;
    private final Button count;

    EditorProblems(ViewContext context, CodeEditor editor) {
        this.context = context;
        this.editor = editor;
        count = Nodes.styled(new Button("", Icons.of(Feather.ALERT_TRIANGLE)), "problem-count", "small");
        count.setId("problem-count");
        count.setFocusTraversable(false);
        count.setOnAction(event -> next());
        count.setVisible(false);
        editor.file().problems().subscribe(this::show);
    }

    /** How many there are; pressed, it goes to the next. */
    Button count() {
        return count;
    }

    private void show(List<SyntaxProblem> problems) {
        editor.marks()
                .problems(problems.stream()
                        .map(problem -> new EditorMarks.Problem(
                                problem.start(),
                                problem.end(),
                                context.messages().text(problem.why())))
                        .toList());
        count.setVisible(!problems.isEmpty());
        count.setText(context.text("app.edit.problems", problems.size()));
        editor.restyleAll();
    }

    void next() {
        List<EditorMarks.Problem> problems = editor.marks().problems();
        int caret = editor.caret();
        problems.stream()
                .filter(problem -> problem.start() > caret)
                .findFirst()
                .or(() -> problems.stream().findFirst())
                .ifPresent(problem -> editor.select(Selection.at(Math.min(problem.start(), editor.length()))));
    }
}
