package dev.parley.ui.theme;

import dev.parley.terminal.Style;
import java.util.EnumMap;
import java.util.Map;

/** A style for every slot. Immutable. */
public final class Theme {
    private final String name;
    private final Map<Slot, Style> styles = new EnumMap<>(Slot.class);

    Theme(String name, Map<Slot, Look> looks) {
        this.name = name;
        Style ground = looks.getOrDefault(Slot.SCREEN, Look.PLAIN).over(Style.PLAIN);
        for (Slot slot : Slot.values()) {
            styles.put(slot, looks.getOrDefault(slot, Look.PLAIN).over(ground));
        }
    }

    public String name() {
        return name;
    }

    public Style style(Slot slot) {
        return styles.getOrDefault(slot, Style.PLAIN);
    }
}
