package dev.parley.ui.app;

import dev.parley.conversation.Conversation;
import dev.parley.conversation.Delivery;
import dev.parley.ui.edit.Editor;
import dev.parley.ui.keys.Action;
import dev.parley.ui.keys.Actions;
import dev.parley.ui.keys.Mode;
import dev.parley.ui.state.RowOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Everything a person can do, with its keys and commands. Dispatch, hints, help, palette and the README's table come out of it. */
public final class ActionTable {
    static final String WRITE = "Writing";
    private static final String GO = "Conversations";
    private static final String SHOW = "Screen";

    private ActionTable() {}

    public static Actions<Desk> all() {
        List<Action<Desk>> table = new ArrayList<>();
        writing(table);
        conversations(table);
        ConversationActions.addTo(table, GO);
        ReadingActions.addTo(table);
        MessageActions.addTo(table);
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
        table.add(online(Action.<Desk>of(
                        "pick",
                        WRITE,
                        "choose in a card, or a quick reply",
                        (desk, words) -> desk.picking().pick(words))
                .command("/pick", "n")
                .offWhen(desk -> off(desk.picking().offering().isEmpty(), "nothing here offers anything to choose"))));
        table.add(online(key(
                        "retry",
                        WRITE,
                        "send the last failed message again",
                        desk -> desk.sending().retry())
                .keys("Alt-R")
                .command("/retry", "")
                .hint("send again", 2)
                .offWhen(desk -> off(desk.sending().failedOr(Delivery.UNKNOWN).isEmpty(), "nothing has failed"))));
        table.add(online(key(
                        "discard",
                        WRITE,
                        "take the last failed or queued message back into the input",
                        desk -> desk.sending().discard())
                .keys("Alt-Z")
                .command("/discard", "")
                .hint("take back", 2)
                .offWhen(desk ->
                        off(desk.sending().failedOr(Delivery.QUEUED).isEmpty(), "nothing is failed or queued"))));
        table.add(online(Action.<Desk>of(
                        "attach",
                        WRITE,
                        "send a picture from this machine (asks first)",
                        (desk, words) -> desk.attaching().attach(words))
                .keys("Alt-T")
                .command(Attaching.COMMAND, "path [caption]")
                .offWhen(desk -> desk.attaching().whyNot())));
        table.add(online(Action.<Desk>of(
                        "submitted",
                        WRITE,
                        "tell that the secure form was sent, by the number of its page",
                        (desk, number) -> desk.forming().submitted(number))
                .command("/submitted", "number")
                .offWhen(desk -> desk.forming().whyNot())));
        table.add(online(Action.<Desk>of(
                        "cast",
                        WRITE,
                        "send one line to every consumer in the list (asks first)",
                        (desk, text) -> desk.sending().cast(text))
                .command("/cast", "text")));
        table.add(online(Action.<Desk>of(
                        "as-agent",
                        WRITE,
                        "in the sandbox: speak as the agent",
                        (desk, text) -> desk.sending().asAgent(text))
                .command("/as-agent", "text")
                .offWhen(desk -> off(!desk.state().sandbox(), "only the sandbox lets you speak as the agent"))));
        table.add(online(Action.<Desk>of(
                        "step-up",
                        WRITE,
                        "become the brand's consumer in mid-conversation",
                        (desk, text) -> desk.sending().stepUp(text))
                .command("/step-up", "options")));
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
        table.add(online(Action.<Desk>of(
                        "new",
                        GO,
                        "begin a new conversation",
                        (desk, words) -> desk.opening().begin(words))
                .keys("Alt-N")
                .command(
                        "/new", "[--skill ID] [--campaign ID] [--engagement ID] [--context file.json] [--consumer new]")
                .hint("new", 4)));
        table.add(online(Action.<Desk>of(
                        "close",
                        GO,
                        "close the conversation (asks first)",
                        (desk, words) -> desk.opening().close(words))
                .keys("Alt-W")
                .command("/close", "[" + Opening.ALL + "]")
                .offers(desk -> List.of(Opening.ALL))
                .offWhen(desk -> off(
                        desk.state().conversation().filter(Conversation::isOpen).isEmpty(),
                        "no conversation is open here"))));
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
        table.add(key(
                        "board",
                        SHOW,
                        "show the list as a board, with the history below it, or as it was",
                        desk -> desk.boarding().toggle())
                .keys("F3", "Ctrl-X o")
                .command("/board", ""));
        table.add(Action.<Desk>of(
                        "sort",
                        SHOW,
                        "sort the board; by the same column again the other way round",
                        (desk, words) -> desk.boarding().sort(words))
                .keys("F6", "Ctrl-X k")
                .command("/sort", "column")
                .offers(desk -> Boarding.words())
                .hint("sort", 3)
                .offWhen(desk -> off(!desk.state().switches().board(), "the board is not shown (F3)")));
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
        table.add(online(
                key("reconnect", SHOW, "connect now", desk -> desk.showing().reconnect())
                        .keys("Alt-C")
                        .command("/reconnect", "")));
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

    /** Off where nothing can be said to the service. */
    static Action<Desk> online(Action<Desk> action) {
        return action.offWhen(
                desk -> off(desk.state().readOnly(), "another Parley holds the state, this one only reads")
                        .or(() -> action.whyOff().apply(desk)));
    }

    static Optional<String> off(boolean when, String why) {
        return when ? Optional.of(why) : Optional.empty();
    }
}
