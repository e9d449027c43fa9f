/** The rules of the house, checked against the compiled code and the source tree. */
@NullMarked
package dev.orrery.arch;

import org.jspecify.annotations.NullMarked;
