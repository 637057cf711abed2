/**
 * A place's history as rows: each item laid out when it comes into view and kept until something about it changes, so that
 * a hundred thousand turns cost what the visible ones cost. Pure but for its cache. UI thread only.
 */
@NullMarked
package dev.parley.ui.history;

import org.jspecify.annotations.NullMarked;
