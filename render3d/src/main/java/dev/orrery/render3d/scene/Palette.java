package dev.orrery.render3d.scene;

/**
 * The colours of the map, {@code 0xRRGGBB}. Regions have hues, direction has arrow colours, confidence has line styles;
 * none of them borrows from another. Neighbouring numbers differ in lightness as well as hue, for eyes that see fewer of
 * them.
 */
public enum Palette {
    DARK(
            0x0a0e15,
            0x131c2b,
            0x34445c,
            0x667388,
            0xdfe8f5,
            0xf2a65a,
            0xffffff,
            new int[] {0x55637a, 0x35dba0, 0xffc24b, 0xa99bff, 0xff7a7a},
            0x6ea8fe,
            0xe0a84e,
            0x93cf62,
            0xb794f6,
            0xf2667f,
            0x62d0f0,
            0xf58b54,
            0x4fd1b5,
            0xf29bd4,
            0xd6d467,
            0x9aa8ff,
            0xd9885f,
            0x5fb98a,
            0xd07be0,
            0xff9d96,
            0x7fb8c9,
            0xc7a6ff,
            0xb3c96a),
    LIGHT(
            0xf7f9fc,
            0xe6ecf5,
            0x9fb0c6,
            0x8793a5,
            0x27364d,
            0xc25e00,
            0x10141a,
            new int[] {0xc3ccd9, 0x058a5e, 0xb56a00, 0x6a4fe0, 0xd1293d},
            0x2f6fde,
            0xb97700,
            0x3f8f1f,
            0x7d4fd6,
            0xd23355,
            0x0a86b5,
            0xd0561a,
            0x0d8f78,
            0xb8469a,
            0x8a8400,
            0x5566dd,
            0xa2562a,
            0x22794f,
            0x9a35ad,
            0xcf4d45,
            0x3a7488,
            0x8a5fe0,
            0x6b8420);

    /** The hues of regions that eyes without one kind of cones tell from one another best, and from grey. */
    private static final int[] ON_DARK = {7, 16, 1, 4, 9, 13};

    private static final int[] ON_LIGHT = {7, 3, 1, 4, 15, 13};
    /** How many groups have colours of their own; more could not be told apart. */
    static final int GROUPS = ON_DARK.length;

    private final int background;
    private final int horizon;
    private final int grid;
    private final int unknown;
    private final int callee;
    private final int caller;
    private final int selection;
    /** By state: unchanged, added, changed, moved, removed. */
    private final int[] states;

    private final int[] regions;

    Palette(
            int background,
            int horizon,
            int grid,
            int unknown,
            int callee,
            int caller,
            int selection,
            int[] states,
            int... regions) {
        this.background = background;
        this.horizon = horizon;
        this.grid = grid;
        this.unknown = unknown;
        this.callee = callee;
        this.caller = caller;
        this.selection = selection;
        this.states = states;
        this.regions = regions;
    }

    public static Palette of(MapTheme theme) {
        return switch (theme) {
            case DARK -> DARK;
            case LIGHT -> LIGHT;
        };
    }

    /** The colour of a region's hue; far more hues than regions repeat. */
    public int region(int hue) {
        return regions[Math.floorMod(hue, regions.length)];
    }

    /** The colour of a state under a layer; they differ in lightness as well as hue, and none of them tells it alone. */
    public int state(SymbolState state) {
        return states[state == SymbolState.ABSENT ? 0 : state.ordinal()];
    }

    /** The colour of one of {@link #GROUPS} groups that are no regions. */
    int group(int number) {
        return region((this == DARK ? ON_DARK : ON_LIGHT)[number]);
    }

    /** The edge of the picture. */
    public int background() {
        return background;
    }

    /** The middle of the picture, and what the distance fades into. */
    public int horizon() {
        return horizon;
    }

    public int grid() {
        return grid;
    }

    /** What has no place in a scheme of colours. */
    public int unknown() {
        return unknown;
    }

    /** Lines to what the selected symbol calls. */
    public int callee() {
        return callee;
    }

    /** Lines from what calls the selected symbol. */
    public int caller() {
        return caller;
    }

    /** The ring around the selected body. */
    public int selection() {
        return selection;
    }
}
