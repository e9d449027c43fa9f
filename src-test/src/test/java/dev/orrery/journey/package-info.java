/**
 * Journeys through the real window on a real repository: this project's own sources, copied. {@link
 * dev.orrery.journey.Journey} is the fixture; TestFX is known to it alone. The window is drawn by JavaFX's headless
 * platform, except where a test needs a display and says so.
 */
@NullMarked
package dev.orrery.journey;

import org.jspecify.annotations.NullMarked;
