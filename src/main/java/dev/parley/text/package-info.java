/**
 * Untrusted text made safe, measured and wrapped. Only this room can make a SafeText, and only SafeText is drawn, logged or copied.
 * Grapheme clusters (UAX 29), East Asian width (UAX 11) and emoji come from a Unicode 16 table of our own, because the JDK's differs between releases.
 * Pure and immutable: any thread may call it.
 */
@NullMarked
package dev.parley.text;

import org.jspecify.annotations.NullMarked;
