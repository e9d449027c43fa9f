package dev.orrery.render3d.city;

/** A division of ground that outlives the sizes it was made for: cuts have sides, not positions. */
sealed interface Parcel {
    /** The ground of one file. */
    record Lot(String path) implements Parcel {}

    /**
     * The ground of a folder or region, with streets around it.
     *
     * @param key what it is known by
     */
    record Ward(String key, Parcel inside) implements Parcel {}

    /** Two parts on either side of a cut. */
    record Cut(Plot.Axis axis, Parcel low, Parcel high) implements Parcel {}
}
