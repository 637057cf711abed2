package dev.parley.ui.app;

import static dev.parley.ui.app.ActionTable.key;
import static dev.parley.ui.app.ActionTable.off;
import static dev.parley.ui.app.ActionTable.online;

import dev.parley.ui.keys.Action;
import dev.parley.ui.state.ReceiptMode;
import java.util.List;

/** The part of the table that is about what was said: moving in it, finding in it, and what counts as read. */
final class ReadingActions {
    private static final String READ = "Reading";

    private ReadingActions() {}

    static void addTo(List<Action<Desk>> table) {
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
        table.add(online(key(
                        "read",
                        READ,
                        "mark what is in view as read",
                        desk -> desk.reading().mark())
                .command("/read", "")));
        table.add(Action.<Desk>of(
                        "receipts",
                        READ,
                        "choose when READ goes out",
                        (desk, word) -> desk.showing().receipts(word))
                .command("/receipts", "visible|on-reply|manual")
                .offers(desk -> ReceiptMode.words()));
        table.add(key("info", READ, "show the ids and facts of this conversation, to copy", desk -> desk.info())
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
        table.add(Action.<Desk>of(
                        "find",
                        READ,
                        "find words in this conversation",
                        (desk, words) -> desk.finding().find(words))
                .keys("Alt-/")
                .command("/find", "text"));
        table.add(Action.<Desk>of(
                        "find-all",
                        READ,
                        "find words in all conversations",
                        (desk, words) -> desk.findingInAll().find(words))
                .keys("Alt-G")
                .command("/findall", "text"));
        table.add(key(
                        "more",
                        READ,
                        "show more of a folded message",
                        desk -> desk.scrolling().unfold())
                .keys("Alt-V")
                .command("/more", "")
                .offWhen(desk -> off(desk.scrolling().folded().isEmpty(), "no message in view is folded")));
    }
}
