package dev.orrery.render3d.picture;

import dev.orrery.render3d.frame.Box;

/**
 * A label as it stands over the picture.
 *
 * @param text a name
 * @param number what stands smaller behind it, or nothing
 * @param box its plate, in units of the user interface
 * @param size the name's font size in the same units
 * @param bold whether the name is bold
 * @param rgb the name's colour
 * @param plate the plate's colour with its opacity, {@code 0xAARRGGBB}
 * @param quiet the number's colour
 */
public record MapLabel(String text, String number, Box box, double size, boolean bold, int rgb, int plate, int quiet) {}
