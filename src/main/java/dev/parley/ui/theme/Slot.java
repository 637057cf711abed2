package dev.parley.ui.theme;

import java.util.Optional;

/** A part of the screen that a theme can style. */
public enum Slot {
    SCREEN("screen", "The ground everything stands on. Colours that a slot does not name are taken from here."),
    FRAME("frame", "Lines between the panes."),

    STATUS("status", "Row 1, the dashboard: its counters."),
    STATUS_ALERT("status.alert", "A counter of row 1 that wants attention: overdue, failed."),
    STATUS_BADGE("status.badge", "The word SANDBOX."),
    STATUS_ONLINE("status.online", "The word online."),
    STATUS_CONNECTING("status.connecting", "The word connecting."),
    STATUS_NOT_HEARD("status.notheard", "The words not heard: the line is open, nothing comes."),
    STATUS_OFFLINE("status.offline", "The word offline."),

    LIST_HEADING("list.heading", "The word Conversations."),
    LIST_ITEM("list.item", "A conversation in the list."),
    LIST_ITEM_SELECTED("list.item.selected", "The conversation that is shown."),
    LIST_ITEM_UNREAD("list.item.unread", "A conversation with unread turns, and their number."),
    LIST_ITEM_WAITING("list.item.waiting", "A conversation in which the consumer waits for an answer."),
    LIST_ITEM_OVERDUE("list.item.overdue", "A conversation whose reply is overdue."),
    LIST_ITEM_PREVIEW("list.item.preview", "The beginning of a conversation's last turn."),
    LIST_ITEM_CLOSED("list.item.closed", "A closed conversation."),
    LIST_SEPARATOR("list.separator", "The line above the closed ones."),

    HISTORY_HEAD("history.head", "The line over the history: who, which skill, since when."),
    HISTORY_DAY("history.day", "The line that begins a day."),
    HISTORY_TIME("history.time", "The time of a turn."),
    HISTORY_NAME_YOU("history.name.you", "Your name before your turns."),
    HISTORY_NAME_AGENT("history.name.agent", "The others' names before theirs."),
    HISTORY_NEW("history.new", "The line above what is new."),
    HISTORY_HOLE("history.hole", "Where turns are missing and are being fetched."),
    HISTORY_NOTE("history.note", "What Parley itself says in the history."),
    HISTORY_HIT("history.hit", "Words that were looked for, where they were found."),
    HISTORY_SELECTED("history.selected", "The message that is selected."),
    HISTORY_SCROLL("history.scroll", "What the last row says while the view is scrolled up."),

    TURN_YOU("turn.you", "What the consumer wrote."),
    TURN_AGENT("turn.agent", "What an agent wrote."),
    TURN_BOT("turn.bot", "What a bot wrote."),
    TURN_MANAGER("turn.manager", "What an agent manager wrote."),
    TURN_SYSTEM("turn.system", "What the service wrote."),
    TURN_MARK("turn.mark", "What Parley shows for characters that are not safe. No other slot may look like this."),
    TURN_PENDING("turn.pending", "A turn of yours that is not accepted yet: its sign."),
    TURN_FAILED("turn.failed", "A turn of yours that failed: its sign and the reason."),
    TICK("tick", "The sign for accepted and read."),
    QUICK_REPLY("quickreply", "Quick replies under a turn."),
    QUICK_REPLY_SELECTED("quickreply.selected", "The quick reply that Enter would send."),
    CARD_RED("card.red", "Words that a card wants in a colour near red. Other colours likewise."),
    CARD_YELLOW("card.yellow", "Near yellow."),
    CARD_GREEN("card.green", "Near green."),
    CARD_CYAN("card.cyan", "Near cyan."),
    CARD_BLUE("card.blue", "Near blue."),
    CARD_MAGENTA("card.magenta", "Near magenta."),
    TYPING("typing", "Who is typing."),

    INPUT_PROMPT("input.prompt", "The prompt before the input."),
    INPUT_TEXT("input.text", "What is typed."),
    INPUT_COMMAND("input.command", "What is typed while it is a command."),
    HINT("hint", "The hint line: what a key does."),
    HINT_KEY("hint.key", "The hint line: the key."),
    NOTICE("notice", "What Parley tells above the input."),
    NOTICE_ERROR("notice.error", "What Parley tells when something went wrong."),

    OVERLAY_BORDER("overlay.border", "The frame of what lies over the panes."),
    OVERLAY_TITLE("overlay.title", "Its title, and headings in it."),
    OVERLAY_TEXT("overlay.text", "Its text."),
    OVERLAY_SELECTED("overlay.selected", "The row in it that is picked."),
    OVERLAY_OFF("overlay.off", "A row in it that cannot be picked now, and why.");

    private final String key;
    private final String comment;

    Slot(String key, String comment) {
        this.key = key;
        this.comment = comment;
    }

    /** Its name in theme files. */
    public String key() {
        return key;
    }

    /** What it is for, as {@code themes/default.properties} says it. */
    public String comment() {
        return comment;
    }

    static Optional<Slot> byKey(String key) {
        for (Slot slot : values()) {
            if (slot.key.equals(key)) {
                return Optional.of(slot);
            }
        }
        return Optional.empty();
    }
}
