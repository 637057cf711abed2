/**
 * How the screen looks: named slots, the styles that a theme file gives them, and where theme files are found.
 * Panes ask a {@link dev.parley.ui.theme.Theme} for the style of a {@link dev.parley.ui.theme.Slot} and know no colour themselves.
 * Everything is immutable; files are read when a theme is loaded only.
 */
@NullMarked
package dev.parley.ui.theme;

import org.jspecify.annotations.NullMarked;
