package dev.orrery.app.feature.explore;

import dev.orrery.app.control.CommandButtons;
import dev.orrery.app.control.KeyCap;
import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.app.feature.code.CodeTabs;
import dev.orrery.app.session.Tasks;
import dev.orrery.render3d.view.CodeMap;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Insets;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.util.Subscription;
import org.kordamp.ikonli.feather.Feather;

/** The room with the map in the middle, the project at its left, the inspector at its right and code below. */
public final class ExploreView extends BorderPane implements AutoCloseable {
    private static final double BAR_HEIGHT = 44;
    private static final double ROOMY = 1040;
    private static final double USUAL = 760;
    private static final double TREE_WIDTH = 272;
    private static final double INSPECTOR_WIDTH = 320;

    private final StackPane codeHost = new StackPane();
    private final SplitPane middle = new SplitPane();
    private double codeDivider = 0.67;
    private Subscription openFiles = Subscription.EMPTY;
    private final ProjectTreePane tree;
    private final MapHost host;
    private final TimeStrip time;

    /**
     * What the view needs besides its model.
     *
     * @param map the map's node and life
     * @param tasks what is running
     * @param reducedMotion whether the camera jumps
     */
    public record Parts(CodeMap map, Tasks tasks, ObservableBooleanValue reducedMotion) {}

    public ExploreView(ViewContext context, ExploreViewModel model, Parts parts) {
        tree = new ProjectTreePane(context, model.tree());
        BorderPane left = new BorderPane(tree);
        left.setBottom(new MapOptions(context, model.map(), model.tree()));
        left.getStyleClass().addAll("panel", "panel-left");
        left.setPrefWidth(TREE_WIDTH);
        left.setMinWidth(160);
        InspectorPane inspector = new InspectorPane(context, model.inspector());
        inspector.setPrefWidth(INSPECTOR_WIDTH);
        inspector.setMinWidth(200);
        host = new MapHost(context, model.map(), parts.map(), parts.reducedMotion());
        CrumbBar crumbs = new CrumbBar(context, model);
        HBox bar = new HBox(crumbs);
        bar.getChildren().add(tools(context, bar.widthProperty()));
        HBox.setHgrow(crumbs, Priority.ALWAYS);
        bar.setPickOnBounds(false);
        bar.setMaxHeight(BAR_HEIGHT);
        bar.setMinWidth(0);
        StackPane.setAlignment(bar, Pos.TOP_LEFT);
        parts.map().topInsetProperty().set(BAR_HEIGHT);
        FindingsPane findings = new FindingsPane(context, model.findings());
        StackPane.setAlignment(findings, Pos.BOTTOM_LEFT);
        StackPane.setMargin(findings, new Insets(12));
        StackPane map =
                new StackPane(host.node(), bar, new MapStates(context, model.session(), parts.tasks()), findings);
        map.getStyleClass().add("map-host");
        map.setMinSize(0, 0);
        middle.setOrientation(Orientation.VERTICAL);
        time = new TimeStrip(context, model.session().time(), parts.reducedMotion());
        BorderPane shown = new BorderPane(map);
        shown.setBottom(time);
        shown.setMinSize(0, 0);
        middle.getItems().add(shown);
        SplitPane split = new SplitPane(left, middle, inspector);
        SplitPane.setResizableWithParent(left, false);
        SplitPane.setResizableWithParent(inspector, false);
        split.widthProperty().addListener(new javafx.beans.value.ChangeListener<Number>() {
            @Override
            public void changed(javafx.beans.value.ObservableValue<? extends Number> width, Number before, Number now) {
                split.widthProperty().removeListener(this);
                split.setDividerPositions(TREE_WIDTH / now.doubleValue(), 1 - INSPECTOR_WIDTH / now.doubleValue());
            }
        });
        setCenter(split);
    }

    /** Takes the code tabs in; they are shared with the room that showed them before. */
    public void host(CodeTabs tabs) {
        codeHost.getChildren().setAll(tabs);
        openFiles.unsubscribe();
        openFiles = tabs.emptyProperty().subscribe(this::showCode);
    }

    /** Without an open file the map has the whole height. */
    private void showCode(boolean isEmpty) {
        boolean isShown = middle.getItems().contains(codeHost);
        if (isEmpty && isShown) {
            codeDivider = middle.getDividerPositions()[0];
            middle.getItems().remove(codeHost);
        } else if (!isEmpty && !isShown) {
            middle.getItems().add(codeHost);
            middle.setDividerPositions(codeDivider);
        }
    }

    /** The buttons over the map; where it is narrow, their titles, and then their keys, make room for the crumbs. */
    private static HBox tools(ViewContext context, ReadOnlyDoubleProperty width) {
        CommandButtons buttons = new CommandButtons(context);
        HBox tools = Nodes.styled(
                new HBox(
                        buttons.titled("map.home", Feather.HOME),
                        buttons.titled("map.focus", Feather.CROSSHAIR),
                        buttons.titled("map.path", Feather.SHARE_2),
                        buttons.titled("map.labels", Feather.TAG),
                        buttons.titled("map.scene", Feather.GRID),
                        buttons.titled("time.toggle", Feather.CLOCK)),
                "map-tools");
        tools.setMinWidth(Region.USE_PREF_SIZE);
        for (Node button : tools.getChildren()) {
            if (button instanceof Button labelled && labelled.getGraphic() instanceof HBox graphic) {
                for (Node part : graphic.getChildren()) {
                    double least = part.getStyleClass().contains("button-title")
                            ? ROOMY
                            : part instanceof KeyCap && part.isVisible() ? USUAL : 0;
                    if (least > 0) {
                        Nodes.collapsing(part).visibleProperty().bind(width.greaterThan(least));
                    }
                }
            }
        }
        return tools;
    }

    /** Plays the history, or stops it. */
    public void togglePlaying() {
        time.togglePlaying();
    }

    /** Shows the sample of the history so many further. */
    public void stepTime(int by) {
        time.step(by);
    }

    public CodeMap map() {
        return host.map();
    }

    @Override
    public void close() {
        time.pause();
        host.close();
    }

    public void focusTree() {
        tree.focusTree();
    }
}
