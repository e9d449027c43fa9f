package dev.orrery.render3d.view;

import dev.orrery.render3d.city.City;
import dev.orrery.render3d.frame.Anchor;
import dev.orrery.render3d.frame.Box;
import dev.orrery.render3d.frame.Frame;
import dev.orrery.render3d.frame.FrameRequest;
import dev.orrery.render3d.frame.LabelPlacer;
import dev.orrery.render3d.picture.MapLabel;
import dev.orrery.render3d.scene.Appearance;
import dev.orrery.render3d.scene.ColourKey;
import dev.orrery.render3d.scene.Palette;
import dev.orrery.render3d.scene.Scene;
import dev.orrery.render3d.scene.SymbolState;
import java.text.NumberFormat;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.layout.Pane;
import javafx.scene.paint.Color;

/** The labels over the picture. A label that stays keeps its node. */
final class LabelLayer extends Pane {
    private static final int MOST = 70;
    /** Maps narrower than this have smaller region names. */
    private static final double NARROW = 900;

    private record Key(Anchor.Kind kind, int row) {}

    private final Map<Key, Chip> chips = new HashMap<>();
    /** Hidden ones: a node that comes into a scene or leaves it has its style worked out, at every picture of a flight. */
    private final Deque<Chip> spare = new ArrayDeque<>();

    private final NumberFormat numbers = NumberFormat.getIntegerInstance();
    private List<LabelPlacer.Placed> placed = List.of();
    private int shown;

    LabelLayer() {
        setMouseTransparent(true);
        setManaged(false);
    }

    /** Places labels for a frame; {@code taken} are rectangles to keep off. */
    void show(FrameRequest request, Frame frame, List<Box> taken) {
        LabelPlacer placer = new LabelPlacer(frame.width() / frame.scale(), frame.height() / frame.scale(), taken);
        if (frame.lit().size() < 300) {
            for (int i = 0; i < frame.lit().size(); i++) {
                placer.keepFree(
                        frame.lit().x(i) / frame.scale(),
                        frame.lit().y(i) / frame.scale(),
                        frame.lit().radius(i) / frame.scale());
            }
        }
        if (frame.kept().size() < 300) {
            for (Box box : frame.kept()) {
                placer.keepFree(box.inUnitsOf(frame.scale()));
            }
        }
        List<LabelPlacer.Wish> wishes = new ArrayList<>();
        Map<Key, Chip> now = new HashMap<>();
        Set<Integer> named = new HashSet<>();
        for (Anchor anchor : best(frame.anchors())) {
            if (isBody(anchor.kind()) && !named.add(anchor.row())) {
                continue;
            }
            Key key = new Key(anchor.kind(), anchor.row());
            Chip known = chips.remove(key);
            Chip chip = known == null ? free() : known;
            say(chip, anchor, request);
            now.put(key, chip);
            wishes.add(new LabelPlacer.Wish(anchor.inUnitsOf(frame.scale()), chip.wide(), chip.high()));
        }
        chips.values().forEach(chip -> chip.setVisible(false));
        spare.addAll(chips.values());
        chips.clear();
        chips.putAll(now);
        stand(placer.place(wishes));
    }

    private static boolean isBody(Anchor.Kind kind) {
        return switch (kind) {
            case REGION, FOLDER, FILE -> false;
            case SELECTED, NEIGHBOUR, HIGHLIGHTED, TYPE, MEMBER -> true;
        };
    }

    private static List<Anchor> best(List<Anchor> anchors) {
        return anchors.stream()
                .sorted(java.util.Comparator.comparingDouble((Anchor anchor) -> -anchor.priority()))
                .limit(MOST)
                .toList();
    }

    private void stand(List<LabelPlacer.Placed> places) {
        placed = places;
        shown = places.size();
        chips.values().forEach(chip -> chip.setVisible(false));
        for (LabelPlacer.Placed place : places) {
            Chip chip = chips.get(new Key(place.anchor().kind(), place.anchor().row()));
            if (chip != null) {
                chip.standAt(place.box());
                chip.setVisible(true);
            }
        }
    }

    /** Text takes hues on, but not amounts: the dark end of a scale could not be read. */
    private static Color plainOrHue(Appearance appearance, int body, LabelStyle style) {
        return appearance.key() instanceof ColourKey.Amounts ? style.text : style.hue(appearance.colour(body));
    }

    private void say(Chip chip, Anchor anchor, FrameRequest request) {
        Scene scene = request.scene();
        Appearance appearance = request.appearance();
        LabelStyle style = LabelStyle.of(appearance.theme());
        int row = anchor.row();
        switch (anchor.kind()) {
            case REGION -> {
                int rgb = Palette.of(appearance.theme()).region(scene.regions().hue(row));
                boolean plain = !(appearance.key() instanceof ColourKey.ByRegion);
                LabelFont font = getWidth() < NARROW ? LabelFont.REGION_SMALL : LabelFont.REGION;
                String bodies = appearance.layer().layer().isNone()
                        ? numbers.format(scene.regionBodies(row))
                        : told(appearance, row);
                chip.say(scene.regions().name(row), font, plain ? style.text : style.hue(rgb), bodies, style);
            }
            case FOLDER -> {
                City city = request.passage().city();
                chip.say(
                        city == null ? "" : folderName(city.ward(row).name()), LabelFont.PLAIN, style.quiet, "", style);
            }
            case FILE -> chip.say(fileName(scene, row), LabelFont.PLAIN, style.text, "", style);
            case SELECTED -> {
                String sign = appearance.state(row).sign();
                chip.say(scene.title(row), LabelFont.STRONG, bright(style), sign, style);
            }
            case NEIGHBOUR, HIGHLIGHTED -> {
                String sign = appearance.state(row).sign();
                chip.say(scene.title(row), LabelFont.PLAIN, style.text, sign, style);
            }
            case TYPE, MEMBER -> {
                int symbol = scene.symbol(row);
                SymbolState state = appearance.state(row);
                // What a layer leaves grey has words as quiet as its body, but still to be read.
                boolean isGrey = !state.isTold() && !appearance.layer().layer().isNone();
                Color colour = isGrey ? style.quiet : plainOrHue(appearance, row, style);
                chip.say(scene.graph().name(symbol), LabelFont.PLAIN, colour, state.sign(), style);
            }
        }
    }

    /** How many bodies of a region are in each state. */
    private String told(Appearance appearance, int region) {
        StringBuilder text = new StringBuilder();
        for (SymbolState state : SymbolState.values()) {
            int count = appearance.layer().inRegion(region, state);
            if (state.isTold() && count > 0) {
                text.append(text.isEmpty() ? "" : "  ").append(state.sign()).append(numbers.format(count));
            }
        }
        return text.toString();
    }

    /** The ends of a folder's path; what lies between is seldom what one looks for. */
    private static String folderName(String name) {
        int first = name.indexOf('/');
        int last = name.lastIndexOf('/');
        return (first == last ? name : name.substring(0, first) + "/…" + name.substring(last)) + "/";
    }

    /** The last part of a file's path. */
    static String fileName(Scene scene, int file) {
        String path = scene.graph().path(file);
        return path.substring(path.lastIndexOf('/') + 1);
    }

    private static Color bright(LabelStyle style) {
        return style == LabelStyle.DARK ? Color.WHITE : Color.web("#0b1018");
    }

    private Chip free() {
        Chip spared = spare.poll();
        if (spared != null) {
            return spared;
        }
        Chip chip = new Chip();
        getChildren().add(chip);
        return chip;
    }

    void hideAll() {
        stand(List.of());
    }

    int shown() {
        return shown;
    }

    /** The labels that are shown, as they stand. */
    List<MapLabel> standing() {
        List<MapLabel> standing = new ArrayList<>();
        for (LabelPlacer.Placed place : placed) {
            Chip chip = chips.get(new Key(place.anchor().kind(), place.anchor().row()));
            if (chip != null) {
                standing.add(chip.label(place.box()));
            }
        }
        return standing;
    }

    /** Where the labels stand. */
    List<LabelPlacer.Placed> placed() {
        return placed;
    }
}
