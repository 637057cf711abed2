package dev.parley.ui.history;

import dev.parley.conversation.Role;
import dev.parley.conversation.Who;
import dev.parley.text.SafeText;
import dev.parley.ui.glyph.Glyphs;
import dev.parley.ui.theme.Slot;

/** How each part in a conversation looks: the slot of its text, of its name, and its sign. */
public enum Voice {
    YOU(Slot.TURN_YOU, Slot.HISTORY_NAME_YOU),
    AGENT(Slot.TURN_AGENT, Slot.HISTORY_NAME_AGENT),
    BOT(Slot.TURN_BOT, Slot.HISTORY_NAME_AGENT),
    MANAGER(Slot.TURN_MANAGER, Slot.HISTORY_NAME_AGENT),
    SYSTEM(Slot.TURN_SYSTEM, Slot.HISTORY_NAME_AGENT);

    private final Slot textSlot;
    private final Slot nameSlot;

    Voice(Slot textSlot, Slot nameSlot) {
        this.textSlot = textSlot;
        this.nameSlot = nameSlot;
    }

    /** @param bot whether it is known to be one, whatever part it takes */
    public static Voice of(Who who, boolean bot) {
        if (who.self() || who.role() == Role.CONSUMER) {
            return YOU;
        }
        if (bot) {
            return BOT;
        }
        return switch (who.role()) {
            case BOT -> BOT;
            case MANAGER -> MANAGER;
            case CONTROLLER -> SYSTEM;
            default -> AGENT;
        };
    }

    /** Whether what has this slot is what somebody said. */
    public static boolean isText(Slot slot) {
        for (Voice voice : values()) {
            if (voice.textSlot == slot) {
                return true;
            }
        }
        return false;
    }

    public Slot textSlot() {
        return textSlot;
    }

    public Slot nameSlot() {
        return nameSlot;
    }

    public SafeText glyph(Glyphs glyphs) {
        return switch (this) {
            case YOU -> glyphs.own();
            case BOT -> glyphs.bot();
            case SYSTEM -> glyphs.dot();
            default -> glyphs.other();
        };
    }

    /** What somebody without a name is called. */
    public static String word(Who who, boolean bot) {
        return switch (of(who, bot)) {
            case YOU -> who.self() ? "you" : "consumer";
            case BOT -> "bot";
            case MANAGER -> "manager";
            case SYSTEM -> "system";
            case AGENT -> "agent";
        };
    }
}
