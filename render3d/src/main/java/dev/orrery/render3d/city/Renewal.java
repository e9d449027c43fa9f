package dev.orrery.render3d.city;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Divides ground that was divided before. What is still there stays on its side of every cut; what is new halves the cell
 * of what is most like it in weight in its folder, so that neither becomes a strip. Only where a folder gained more than it kept is it divided anew.
 */
final class Renewal {
    /** What sub-folders are taken for when they are new: near enough to what they will be. */
    private static final Plot TYPICAL = new Plot(0, 0, 1.25, 1);

    private final Squarified fresh;

    Renewal(Squarified fresh) {
        this.fresh = fresh;
    }

    /** The new division of a folder that is not empty. */
    Parcel renew(Parcel old, Folder now, int level) {
        Set<String> missing = new HashSet<>(now.items());
        int all = missing.size();
        Parcel kept = keep(old, now, level, missing);
        if (kept == null || missing.size() > all - missing.size()) {
            return fresh.divide(now, TYPICAL, level);
        }
        Parcel renewed = kept;
        for (String key : now.items()) {
            if (missing.contains(key)) {
                renewed = insert(renewed, parcel(key, now, level), now, Plot.Axis.X);
            }
        }
        return renewed;
    }

    private @Nullable Parcel keep(Parcel old, Folder now, int level, Set<String> missing) {
        return switch (old) {
            case Parcel.Lot lot -> now.files().containsKey(lot.path()) && missing.remove(lot.path()) ? lot : null;
            case Parcel.Ward ward -> {
                Folder child = now.child(ward.key());
                yield child != null && missing.remove(ward.key())
                        ? new Parcel.Ward(ward.key(), renew(ward.inside(), child, level + 1))
                        : null;
            }
            case Parcel.Cut cut -> {
                Parcel low = keep(cut.low(), now, level, missing);
                Parcel high = keep(cut.high(), now, level, missing);
                yield low == null ? high : high == null ? low : new Parcel.Cut(cut.axis(), low, high);
            }
        };
    }

    private Parcel parcel(String key, Folder now, int level) {
        Folder child = now.child(key);
        return child == null ? new Parcel.Lot(key) : fresh.ward(child, TYPICAL, level + 1);
    }

    /** Puts a parcel beside the thing below {@code at} whose weight is most like its own, across the cut that made its cell. */
    private Parcel insert(Parcel at, Parcel added, Folder now, Plot.Axis across) {
        if (at instanceof Parcel.Cut cut) {
            double wanted = Math.log(weight(added, now));
            return unlike(cut.low(), wanted, now) <= unlike(cut.high(), wanted, now)
                    ? new Parcel.Cut(
                            cut.axis(), insert(cut.low(), added, now, cut.axis().other()), cut.high())
                    : new Parcel.Cut(
                            cut.axis(),
                            cut.low(),
                            insert(cut.high(), added, now, cut.axis().other()));
        }
        return new Parcel.Cut(across, at, added);
    }

    /** How far the logarithm of a weight is from that of the most similar thing. */
    private double unlike(Parcel parcel, double wanted, Folder now) {
        return parcel instanceof Parcel.Cut cut
                ? Math.min(unlike(cut.low(), wanted, now), unlike(cut.high(), wanted, now))
                : Math.abs(Math.log(weight(parcel, now)) - wanted);
    }

    private double weight(Parcel parcel, Folder now) {
        return switch (parcel) {
            case Parcel.Lot lot -> fresh.fileWeight(lot.path());
            case Parcel.Ward ward -> {
                Folder child = now.child(ward.key());
                yield child == null ? 1 : fresh.weight(child);
            }
            case Parcel.Cut cut -> weight(cut.low(), now) + weight(cut.high(), now);
        };
    }
}
