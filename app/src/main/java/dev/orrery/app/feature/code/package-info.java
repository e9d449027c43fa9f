/**
 * Reading and editing code: tabs, line numbers, highlighting of what is visible, outline, definition and usages, find and replace. The view models
 * know no toolkit.
 */
@NullMarked
package dev.orrery.app.feature.code;

import org.jspecify.annotations.NullMarked;
