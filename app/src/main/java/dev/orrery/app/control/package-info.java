/**
 * Small building blocks that the screens share: icons, cards, dots, key caps, and the panes for empty, loading and
 * failed states. They know no repository.
 */
@NullMarked
package dev.orrery.app.control;

import org.jspecify.annotations.NullMarked;
