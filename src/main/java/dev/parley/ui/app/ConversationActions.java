package dev.parley.ui.app;

import static dev.parley.ui.app.ActionTable.key;
import static dev.parley.ui.app.ActionTable.off;
import static dev.parley.ui.app.ActionTable.online;

import dev.parley.ui.keys.Action;
import java.util.List;

/** The part of the table that changes something of a conversation, or of the consumer, at the service. */
final class ConversationActions {
    private ConversationActions() {}

    static void addTo(List<Action<Desk>> table, String group) {
        table.add(online(key(
                        "urgent",
                        group,
                        "ask for a quick answer",
                        desk -> desk.changing().urgent(true))
                .command("/urgent", "")
                .offWhen(desk -> desk.changing().whyNotUrgent(true))));
        table.add(online(key(
                        "normal",
                        group,
                        "take back that it is urgent",
                        desk -> desk.changing().urgent(false))
                .command("/normal", "")
                .offWhen(desk -> desk.changing().whyNotUrgent(false))));
        table.add(online(Action.<Desk>of(
                        "rate",
                        group,
                        "rate a conversation that has ended, 1 to 5, and say whether it was solved",
                        (desk, words) -> desk.changing().rate(words))
                .command("/rate", "1..5 [solved|unsolved]")
                .offers(desk -> Changing.ratings())
                .offWhen(desk -> desk.changing().whyNotRate())));
        table.add(online(Action.<Desk>of(
                        "profile",
                        group,
                        "show what agents see you called, or change it",
                        (desk, words) -> desk.changing().profile(words))
                .command("/profile", "[--first NAME] [--last NAME] [--nick NAME]")
                .offWhen(desk -> off(desk.state().consumer().isEmpty(), "there is no consumer here"))));
    }
}
