package dev.orrery.app.feature.explore;

import dev.orrery.app.control.Nodes;
import dev.orrery.app.control.ViewContext;
import dev.orrery.render3d.scene.ColourBy;
import dev.orrery.render3d.scene.MapFilter;
import dev.orrery.render3d.scene.MapFilter.Tests;
import dev.orrery.render3d.scene.MapFilter.Visibility;
import dev.orrery.render3d.scene.MapScene;
import dev.orrery.render3d.scene.SizeBy;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.geometry.HPos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ChoiceBox;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** What colour and size tell, and what is shown. */
final class MapOptions extends GridPane {
    private final ViewContext context;

    MapOptions(ViewContext context, MapViewModel map, ProjectTreeViewModel tree) {
        this.context = context;
        getStyleClass().add("options");
        ColumnConstraints titles = new ColumnConstraints();
        titles.setHgrow(Priority.ALWAYS);
        ColumnConstraints controls = new ColumnConstraints();
        controls.setHalignment(HPos.RIGHT);
        getColumnConstraints().setAll(titles, controls);
        row(0, "app.map.scene", choice(MapScene.values(), "app.map.scene.", map.sceneProperty()));
        row(1, "app.map.colour", choice(ColourBy.values(), "app.map.colour.", map.colourByProperty()));
        row(2, "app.map.size", choice(SizeBy.values(), "app.map.size.", map.sizeByProperty()));
        ChoiceBox<SizeBy> height = choice(SizeBy.values(), "app.map.size.", map.heightByProperty());
        height.disableProperty().bind(map.sceneProperty().isNotEqualTo(MapScene.CITY));
        row(3, "app.map.height", height);
        CheckBox tests = new CheckBox(context.text("app.map.show.tests"));
        tests.setSelected(true);
        tests.selectedProperty().subscribe((before, shown) -> {
            map.filterProperty().set(map.filterProperty().get().withTests(shown ? Tests.SHOWN : Tests.HIDDEN));
            Set<TreeFilter.Shown> files = EnumSet.noneOf(TreeFilter.Shown.class);
            if (shown) {
                files.add(TreeFilter.Shown.TESTS);
            }
            tree.filterProperty().set(new TreeFilter(tree.filterProperty().get().text(), files));
        });
        CheckBox hidden = new CheckBox(context.text("app.map.show.hidden"));
        hidden.setSelected(true);
        hidden.selectedProperty().subscribe((before, shown) -> map.filterProperty()
                .set(map.filterProperty().get().withVisibility(shown ? Visibility.ALL : Visibility.PUBLIC)));
        HBox show = new HBox(12, tests, hidden);
        show.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
        row(4, "app.map.show", show);
        CheckBox certain = new CheckBox(context.text("app.map.calls.exact"));
        certain.selectedProperty().subscribe((before, only) -> map.filterProperty()
                .set(map.filterProperty()
                        .get()
                        .withResolutions(
                                only
                                        ? Set.of(dev.orrery.api.Resolution.EXACT)
                                        : MapFilter.all().resolutions())));
        row(5, "app.map.calls", certain);
    }

    private void row(int row, String titleKey, Node control) {
        add(Nodes.label(context.text(titleKey)), 0, row);
        add(control, 1, row);
        control.setAccessibleText(context.text(titleKey));
    }

    private <E extends Enum<E>> ChoiceBox<E> choice(E[] values, String keyPrefix, ObjectProperty<E> property) {
        ChoiceBox<E> box = new ChoiceBox<>();
        box.getItems().setAll(values);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable E value) {
                return value == null
                        ? ""
                        : context.text(keyPrefix + value.name().toLowerCase(Locale.ROOT));
            }

            @Override
            public E fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        box.valueProperty().bindBidirectional(property);
        return box;
    }
}
