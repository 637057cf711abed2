package dev.parley.ui.pane;

import dev.parley.terminal.Surface;
import dev.parley.text.Cluster;
import dev.parley.text.SafeText;
import dev.parley.ui.state.Look;
import dev.parley.ui.theme.Slot;
import java.util.List;

/** Puts text on a surface in the style of a slot; our own marks for unsafe characters keep a style that nothing else has. */
public final class Ink {
    private final Surface surface;
    private final Look look;

    public Ink(Surface surface, Look look) {
        this.surface = surface;
        this.look = look;
    }

    /** Returns the column after it. */
    public int put(int column, int row, SafeText text, Slot slot) {
        return put(column, row, text, slot, false, false);
    }

    /** Bold or italic beyond what the slot is. */
    public int put(int column, int row, SafeText text, Slot slot, boolean bold, boolean italic) {
        int after = surface.put(column, row, text, look.style(slot).with(bold, italic));
        List<Cluster> clusters = text.clusters();
        int at = column;
        for (int i = 0; i < clusters.size(); i++) {
            int width = clusters.get(i).width();
            if (clusters.get(i).mark() && at < after) {
                surface.part(at, row, Math.min(width, after - at), 1)
                        .put(column - at, 0, text, look.style(Slot.TURN_MARK));
            }
            at += width;
        }
        return after;
    }

    public int put(int column, int row, String own, Slot slot) {
        return put(column, row, look.text(own), slot);
    }

    /** A row of the horizontal line. */
    public void rule(int column, int row, int columns, Slot slot) {
        for (int at = column; at < column + columns; at++) {
            surface.put(at, row, look.glyphs().horizontal(), look.style(slot));
        }
    }
}
