package dev.orrery.render3d.city;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Divides ground from nothing into cells that are as square as can be: rows along the shorter side, the largest first
 * (after Bruls, Huizing and van Wijk 2000, Squarified Treemaps, section 3).
 */
final class Squarified {
    private final ToDoubleFunction<String> fileWeight;

    /** @param fileWeight the positive weight of a file, by its path */
    Squarified(ToDoubleFunction<String> fileWeight) {
        this.fileWeight = fileWeight;
    }

    /** Something that wants a cell: a file or folder of {@code folder}. */
    private record Item(String key, double weight, int level, Folder folder) {}

    double fileWeight(String path) {
        return fileWeight.applyAsDouble(path);
    }

    /** The sum of what lies in a folder. */
    double weight(Folder folder) {
        double sum = 0;
        for (Folder child : folder.folders().values()) {
            sum += weight(child);
        }
        for (String path : folder.files().keySet()) {
            sum += fileWeight.applyAsDouble(path);
        }
        return sum;
    }

    /**
     * Divides the ground of a folder that is not empty.
     *
     * @param level 0 for the whole, 1 for regions
     */
    Parcel divide(Folder folder, Plot ground, int level) {
        List<Item> items = new ArrayList<>();
        for (Map.Entry<String, Folder> child : folder.folders().entrySet()) {
            items.add(new Item(child.getKey(), weight(child.getValue()), level + 1, folder));
        }
        for (String path : folder.files().keySet()) {
            items.add(new Item(path, fileWeight.applyAsDouble(path), level + 1, folder));
        }
        items.sort(Comparator.comparingDouble((Item item) -> -item.weight).thenComparing(Item::key));
        return rows(items, ground);
    }

    private Parcel rows(List<Item> items, Plot ground) {
        int size = rowSize(items, ground);
        List<Item> row = items.subList(0, size);
        if (size == items.size()) {
            return row(row, ground, ground.longer());
        }
        List<Item> rest = items.subList(size, items.size());
        double share = sum(row) / sum(items);
        Plot.Axis axis = ground.longer();
        return new Parcel.Cut(
                axis, row(row, ground.low(axis, share), axis.other()), rows(rest, ground.high(axis, share)));
    }

    /** How many of the items the next row takes: more as long as its worst cell becomes squarer. */
    private static int rowSize(List<Item> items, Plot ground) {
        double side = ground.shorter();
        double perWeight = ground.width() * ground.depth() / sum(items);
        double largest = items.getFirst().weight * perWeight;
        double sum = 0;
        double worst = Double.MAX_VALUE;
        for (int i = 0; i < items.size(); i++) {
            double area = items.get(i).weight * perWeight;
            sum += area;
            double now = Math.max(side * side * largest / (sum * sum), sum * sum / (side * side * area));
            if (now > worst) {
                return i;
            }
            worst = now;
        }
        return items.size();
    }

    /** A row, halved again and again where both halves weigh most alike. */
    private Parcel row(List<Item> row, Plot ground, Plot.Axis axis) {
        if (row.size() == 1) {
            return parcel(row.getFirst(), ground);
        }
        double all = sum(row);
        double low = 0;
        int cut = 0;
        while (cut < row.size() - 1 && (cut == 0 || low + row.get(cut).weight / 2 < all / 2)) {
            low += row.get(cut++).weight;
        }
        double share = low / all;
        return new Parcel.Cut(
                axis,
                row(row.subList(0, cut), ground.low(axis, share), axis),
                row(row.subList(cut, row.size()), ground.high(axis, share), axis));
    }

    private Parcel parcel(Item item, Plot cell) {
        Folder child = item.folder.child(item.key);
        return child == null ? new Parcel.Lot(item.key) : ward(child, cell, item.level);
    }

    Parcel.Ward ward(Folder folder, Plot cell, int level) {
        return new Parcel.Ward(folder.key(), divide(folder, Streets.inside(cell, level), level));
    }

    private static double sum(List<Item> items) {
        double sum = 0;
        for (Item item : items) {
            sum += item.weight;
        }
        return sum;
    }
}
