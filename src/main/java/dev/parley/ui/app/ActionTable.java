package dev.parley.ui.app;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Delivery;
import dev.parley.ui.edit.Editor;
import dev.parley.ui.keys.Action;
import dev.parley.ui.keys.Actions;
import dev.parley.ui.keys.Mode;
import dev.parley.ui.state.ReceiptMode;
import dev.parley.ui.state.RowOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Everything a person can do, with its keys and commands. Dispatch, hints, help, palette and the README's table come out of it. */
public final class ActionTable {
    private static final String WRITE = "Writing";
    private static final String GO = "Conversations";
    private static final String READ = "Reading";
    private static final String SHOW = "Screen";

    private ActionTable() {}

    public static Actions<Desk> all() {
        List<Action<Desk>> table = new ArrayList<>();
        writing(table);
        conversations(table);
        reading(table);
        screen(table);
        InputActions.addTo(table);
        return Actions.of(table);
    }

    private static void writing(List<Action<Desk>> table) {
        table.add(
                key("send", WRITE, "send what is typed", desk -> desk.entering().enter())
                        .keys("Enter")
                        .hint("send", 2));
        table.add(key("new-line", WRITE, "begin a new line", edit(editor -> editor.insert("\n")))
                .keys("Ctrl-J", "Alt-Enter", "Shift-Enter")
                .hint("new line", 6));
        table.add(key(
                        "complete",
                        WRITE,
                        "complete a command, else choose from the newest quick replies",
                        desk -> desk.entering().tab())
                .keys("Tab"));
        table.add(Action.<Desk>of(
                        "pick",
                        WRITE,
                        "pick a quick reply",
                        (desk, words) -> desk.picking().pick(words))
                .command("/pick", "n")
                .offWhen(desk -> off(desk.picking().offering().isEmpty(), "nothing here offers quick replies")));
        table.add(key(
                        "retry",
                        WRITE,
                        "send the last failed message again",
                        desk -> desk.sending().retry())
                .keys("Alt-R")
                .command("/retry", "")
                .offWhen(desk -> off(desk.sending().failedOr(Delivery.UNKNOWN).isEmpty(), "nothing has failed")));
        table.add(key(
                        "discard",
                        WRITE,
                        "take the last failed or queued message back into the input",
                        desk -> desk.sending().discard())
                .command("/discard", "")
                .offWhen(desk ->
                        off(desk.sending().failedOr(Delivery.QUEUED).isEmpty(), "nothing is failed or queued")));
        table.add(Action.<Desk>of(
                        "cast",
                        WRITE,
                        "send one line to every consumer in the list (asks first)",
                        (desk, text) -> desk.sending().cast(text))
                .command("/cast", "text"));
        table.add(Action.<Desk>of(
                        "as-agent",
                        WRITE,
                        "in the sandbox: speak as the agent",
                        (desk, text) -> desk.sending().asAgent(text))
                .command("/as-agent", "text")
                .offWhen(desk -> off(!desk.state().sandbox(), "only the sandbox lets you speak as the agent")));
    }

    private static void conversations(List<Action<Desk>> table) {
        table.add(key(
                        "previous",
                        GO,
                        "go one row up in the list",
                        desk -> desk.switching().step(-1))
                .keys("Alt-Up", "F7", "Ctrl-P")
                .command("/prev", ""));
        table.add(key(
                        "next",
                        GO,
                        "go one row down in the list",
                        desk -> desk.switching().step(1))
                .keys("Alt-Down", "F8", "Ctrl-N")
                .command("/next", "")
                .hint("next", 5));
        table.add(key(
                        "unread",
                        GO,
                        "go to the unread or overdue one that waits longest, at last back",
                        desk -> desk.switching().nextUnread())
                .keys("Alt-A")
                .command("/unread", "")
                .hint("unread", 3));
        table.add(key(
                        "last",
                        GO,
                        "go to the last used conversation",
                        desk -> desk.switching().lastUsed())
                .keys("Alt-S")
                .command("/last", "")
                .offWhen(desk -> off(desk.switching().lastPlace().isEmpty(), "no other one was used before")));
        table.add(Action.<Desk>of(
                        "go",
                        GO,
                        "go to a conversation by number or words",
                        (desk, words) -> desk.switching().go(words))
                .keys("Ctrl-G")
                .command("/go", "n|text"));
        for (int row = 1; row <= 10; row++) {
            int number = row;
            table.add(key(
                            "row-" + row,
                            GO,
                            "go to conversation " + row,
                            desk -> desk.switching().number(number))
                    .keys("Alt-" + row % 10)
                    .offWhen(desk ->
                            off(desk.state().rows().size() < number, "there is no row " + number + " in the list")));
        }
        table.add(Action.<Desk>of(
                        "new",
                        GO,
                        "begin a new conversation",
                        (desk, words) -> desk.opening().begin(words))
                .keys("Alt-N")
                .command(
                        "/new", "[--skill ID] [--campaign ID] [--engagement ID] [--context file.json] [--consumer new]")
                .hint("new", 4));
        table.add(key(
                        "close",
                        GO,
                        "close the conversation (asks first)",
                        desk -> desk.opening().close())
                .keys("Alt-W")
                .command("/close", "")
                .offWhen(desk -> off(
                        desk.state().conversation().filter(Conversation::isOpen).isEmpty(),
                        "no conversation is open here")));
    }

    private static void reading(List<Action<Desk>> table) {
        table.add(key(
                        "page-up",
                        READ,
                        "scroll a page up",
                        desk -> desk.scrolling().page(-1))
                .keys("PgUp"));
        table.add(key(
                        "page-down",
                        READ,
                        "scroll a page down",
                        desk -> desk.scrolling().page(1))
                .keys("PgDn"));
        table.add(key(
                        "lines-up",
                        READ,
                        "scroll some lines up",
                        desk -> desk.scrolling().lines(-1))
                .keys("Alt-PgUp"));
        table.add(key(
                        "lines-down",
                        READ,
                        "scroll some lines down",
                        desk -> desk.scrolling().lines(1))
                .keys("Alt-PgDn"));
        table.add(
                key("top", READ, "go to the beginning", desk -> desk.scrolling().top())
                        .keys("Alt-Home")
                        .command("/top", ""));
        table.add(key(
                        "bottom",
                        READ,
                        "go to the newest message",
                        desk -> desk.scrolling().bottom())
                .keys("Alt-End")
                .command("/bottom", ""));
        table.add(key(
                        "first-unread",
                        READ,
                        "go to the first unread message",
                        desk -> desk.scrolling().firstUnread())
                .keys("Alt-U")
                .command("/firstunread", "")
                .offWhen(desk -> off(desk.scrolling().unread().isEmpty(), "nothing is unread here")));
        table.add(key(
                        "hold",
                        READ,
                        "hold the view as it is",
                        desk -> desk.scrolling().hold())
                .keys("Ctrl-S"));
        table.add(key(
                        "release",
                        READ,
                        "let the view go again",
                        desk -> desk.scrolling().release())
                .keys("Ctrl-Q")
                .command("/release", ""));
        table.add(key(
                        "read",
                        READ,
                        "mark what is in view as read",
                        desk -> desk.reading().mark())
                .command("/read", ""));
        table.add(Action.<Desk>of(
                        "receipts",
                        READ,
                        "choose when READ goes out",
                        (desk, word) -> desk.showing().receipts(word))
                .command("/receipts", "visible|on-reply|manual")
                .offers(desk -> ReceiptMode.words()));
        table.add(key(
                        "info",
                        READ,
                        "show the ids and facts of this conversation, to copy",
                        desk -> desk.showing().info())
                .keys("Alt-I")
                .command("/info", "")
                .command("/whoami", ""));
        table.add(key(
                        "exact-times",
                        READ,
                        "show times in milliseconds, with sequence numbers",
                        desk -> desk.showing().toggleExact())
                .keys("Alt-Q")
                .command("/seq", ""));
    }

    private static void screen(List<Action<Desk>> table) {
        table.add(key(
                        "help",
                        SHOW,
                        "show all keys and commands",
                        desk -> desk.asking().help())
                .keys("F1")
                .command("/help", "")
                .hint("help", 1));
        table.add(
                key("palette", SHOW, "search all actions", desk -> desk.asking().palette())
                        .keys("Ctrl-X Ctrl-X")
                        .command("/palette", ""));
        table.add(key(
                        "list",
                        SHOW,
                        "show or hide the list",
                        desk -> desk.showing().toggleList())
                .keys("F2", "Ctrl-X b")
                .command("/list", ""));
        table.add(Action.<Desk>of(
                        "order",
                        SHOW,
                        "order the list by last message or by reply due",
                        (desk, word) -> desk.showing().order(word))
                .command("/order", "last|due")
                .offers(desk -> RowOrder.all()));
        table.add(key(
                        "bare",
                        SHOW,
                        "show history only, for clean selection",
                        desk -> desk.showing().toggleBare())
                .keys("Alt-L")
                .command("/bare", ""));
        table.add(Action.<Desk>of(
                        "theme",
                        SHOW,
                        "change the theme",
                        (desk, name) -> desk.showing().theme(name))
                .command("/theme", "name")
                .offers(desk -> desk.showing().themes()));
        table.add(key("reconnect", SHOW, "connect now", desk -> desk.showing().reconnect())
                .keys("Alt-C")
                .command("/reconnect", ""));
        table.add(key("redraw", SHOW, "draw the screen anew", Desk::redraw)
                .in(Mode.EVERYWHERE)
                .keys("Ctrl-L")
                .command("/redraw", ""));
        table.add(key("suspend", SHOW, "go back to the shell; fg returns", Desk::suspend)
                .in(Mode.EVERYWHERE)
                .keys("Ctrl-Z")
                .command("/suspend", ""));
        table.add(key("back", SHOW, "go back, at last to the newest message", Desk::back)
                .keys("Esc"));
        table.add(key(
                        "interrupt",
                        SHOW,
                        "clear the input; twice in two seconds quits",
                        desk -> desk.quitting().interrupt())
                .keys("Ctrl-C")
                .hint("Ctrl-C Ctrl-C", "quit", 0));
        table.add(key("quit", SHOW, "quit", desk -> desk.quitting().quit())
                .in(Mode.EVERYWHERE)
                .keys("Ctrl-X Ctrl-C")
                .command("/quit", ""));
    }

    static Action<Desk> key(String id, String group, String description, Consumer<Desk> run) {
        return Action.of(id, group, description, (desk, words) -> run.accept(desk));
    }

    static Consumer<Desk> edit(Consumer<Editor> change) {
        return desk -> desk.editing().edit(change);
    }

    private static Optional<String> off(boolean when, String why) {
        return when ? Optional.of(why) : Optional.empty();
    }
}
