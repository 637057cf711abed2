package dev.parley.ui.app;

import static dev.parley.ui.app.ActionTable.key;
import static dev.parley.ui.app.ActionTable.online;

import dev.parley.ui.keys.Action;
import dev.parley.ui.keys.Mode;
import dev.parley.ui.state.BellMode;
import java.util.List;
import java.util.function.Consumer;

/** The part of the table that is about one message, and about what leaves the screen: copies, links, the bell, the mouse. */
final class MessageActions {
    private static final String MESSAGE = "A message";
    private static final String AROUND = "Around the screen";

    private MessageActions() {}

    static void addTo(List<Action<Desk>> table) {
        table.add(key(
                        "select",
                        MESSAGE,
                        "select a message",
                        desk -> desk.selecting().toggle())
                .keys("Alt-M")
                .command("/select", ""));
        table.add(on(
                        "message-up",
                        "select the message above",
                        desk -> desk.selecting().step(-1))
                .keys("k", "Up")
                .hint("k j", "choose", 3));
        table.add(on(
                        "message-down",
                        "select the message below",
                        desk -> desk.selecting().step(1))
                .keys("j", "Down"));
        table.add(on(
                        "message-first",
                        "select the first message",
                        desk -> desk.selecting().first())
                .keys("g", "Home"));
        table.add(on(
                        "message-last",
                        "select the newest message",
                        desk -> desk.selecting().last())
                .keys("G", "End"));
        table.add(Action.<Desk>of(
                        "copy",
                        MESSAGE,
                        "copy the message, or a fact that /info shows",
                        (desk, fact) -> desk.copy(fact))
                .in(Mode.MESSAGE)
                .keys("y")
                .command("/copy", "[fact]")
                .offers(desk -> desk.copying().facts())
                .hint("copy", 1));
        table.add(Action.<Desk>of(
                        "open-link",
                        MESSAGE,
                        "open the link in it (asks first)",
                        (desk, number) -> desk.openLink(number))
                .in(Mode.MESSAGE)
                .keys("o")
                .command("/open", "[n]")
                .offWhen(desk -> desk.whyNoLink())
                .hint("open link", 4));
        table.add(online(on(
                        "retry-message",
                        "send it again, where it failed",
                        desk -> desk.selecting().retry())
                .keys("r")
                .hint("send again", 2)
                .offWhen(desk -> desk.selecting().whyNoRetry())));
        table.add(online(Action.<Desk>of(
                        "save-file",
                        MESSAGE,
                        "save the file in it, else the newest or the newest but n - 1 (asks first)",
                        (desk, number) -> desk.fetching().save(number))
                .in(Mode.MESSAGE)
                .keys("s")
                .command("/save", "[n]")
                .hint("save file", 5)
                .offWhen(desk -> desk.fetching().whyNot())));
        table.add(on(
                        "frame",
                        "show what is kept of its event",
                        desk -> desk.selecting().frame())
                .keys("=")
                .command("/frame", "")
                .hint("frame", 6));
        table.add(on(
                        "message-more",
                        "show more of it, where it is folded",
                        desk -> desk.selecting().unfold())
                .keys("v"));
        table.add(on(
                        "message-leave",
                        "go back to writing",
                        desk -> desk.selecting().leave())
                .keys("Esc", "Enter", "q")
                .hint("back", 0));
        around(table);
    }

    private static void around(List<Action<Desk>> table) {
        table.add(Action.<Desk>of(
                        "bell",
                        AROUND,
                        "ring for an agent's turn that is not in view",
                        (desk, word) -> desk.ringing().mode(word))
                .command("/bell", "off|bell|command")
                .offers(desk -> BellMode.words()));
        table.add(key(
                        "mouse",
                        AROUND,
                        "give the mouse to Parley, or back to the terminal",
                        desk -> desk.pointing().toggle())
                .command("/mouse", ""));
        table.add(key(
                        "title",
                        AROUND,
                        "name the window after what is unread, or leave its name",
                        desk -> desk.showing().toggleTitle())
                .command("/title", ""));
    }

    private static Action<Desk> on(String id, String description, Consumer<Desk> run) {
        return key(id, MESSAGE, description, run).in(Mode.MESSAGE);
    }
}
