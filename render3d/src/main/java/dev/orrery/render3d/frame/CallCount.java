package dev.orrery.render3d.frame;

/** Counts every call site of a picture once: drawn, bundled, melted or outside. */
final class CallCount {
    int drawn;
    int withheld;
    int bundles;
    int bundled;
    int melted;
    int outside;
}
