/** The signs beyond ASCII that Parley draws of its own accord, and what stands for them in {@code --ascii}. Immutable; any thread. */
@NullMarked
package dev.parley.ui.glyph;

import org.jspecify.annotations.NullMarked;
