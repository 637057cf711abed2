package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.Consumer;
import dev.parley.conversation.ConsumerKey;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import dev.parley.ui.edit.Editor;
import dev.parley.ui.overlay.Choice;
import dev.parley.ui.state.UiState;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Begins and ends conversations. UI thread only. */
final class Opening {
    static final String ALL = "--all";

    private static final long AWAITED_MILLIS = 15_000;

    private final Kit kit;
    private final UiState state;
    private final Drafting drafting;
    private final Switching switching;
    /** The conversations a consumer had when another was asked for without words: the first new one is shown. */
    private final Map<ConsumerKey, Set<String>> awaited = new HashMap<>();

    Opening(Kit kit, Drafting drafting, Switching switching) {
        this.kit = kit;
        this.state = kit.state();
        this.drafting = drafting;
        this.switching = switching;
    }

    /** Alt-N and {@code /new}. */
    void begin(String arguments) {
        NewOptions options;
        try {
            options = NewOptions.parse(arguments);
        } catch (NewOptions.Refused wrong) {
            kit.error(wrong.sentence());
            return;
        }
        if (options.newConsumer()) {
            newConsumer(options.opening());
            return;
        }
        ConsumerKey key = state.selected().consumer();
        Optional<Conversation> open = state.inbox().consumer(key).flatMap(Consumer::openConversation);
        if (open.isPresent()) {
            ask(open.get().place(), options.opening());
        } else if (options.opening().equals(Command.Opening.PLAIN)) {
            switching.byKey(Place.unopened(key));
            kit.hint("The first message opens the conversation.");
        } else {
            insist(key, options.opening());
        }
    }

    private void ask(Place open, Command.Opening opening) {
        state.overlays()
                .open(new Choice(
                        "New conversation",
                        "This consumer has a conversation open, and the service normally allows one at a time.",
                        List.of(
                                new Choice.Option(
                                        "c",
                                        "new consumer, with a conversation of its own",
                                        () -> newConsumer(opening)),
                                new Choice.Option("g", "go to the one that is open", () -> switching.byKey(open)),
                                new Choice.Option("t", "try anyway", () -> insist(open.consumer(), opening)))));
    }

    private void newConsumer(Command.Opening opening) {
        int highest = state.inbox().consumers().stream()
                .mapToInt(consumer -> consumer.key().number())
                .max()
                .orElse(0);
        ConsumerKey key = new ConsumerKey(highest + 1);
        state.apply(new Update.ConsumerAdded(key));
        kit.send(new Command.AddConsumer(key));
        switching.refresh();
        switching.byKey(Place.unopened(key));
        if (!opening.equals(Command.Opening.PLAIN)) {
            insist(key, opening);
        }
    }

    /** Opens one though one may be open, with the text of the input, if there is any, as its first message. */
    private void insist(ConsumerKey key, Command.Opening opening) {
        Place unopened = Place.unopened(key);
        Editor editor = state.here().editor();
        String text = state.selected().consumer().equals(key) && !editor.text().startsWith("/") ? editor.text() : "";
        String cid = kit.ids().get();
        Instant at = kit.clock().now();
        if (text.isBlank()) {
            await(key);
            kit.send(new Command.OpenConversation(key, cid, "", at, opening));
            return;
        }
        Place from = state.selected();
        editor.setText("");
        if (from.equals(unopened)) {
            drafting.sent(from);
        } else {
            drafting.sentElsewhere(from, cid);
        }
        kit.remember(text);
        state.apply(new Update.OutgoingChanged(key, Outgoing.saving(cid, unopened, text, at)));
        kit.send(new Command.OpenConversation(key, cid, text, at, opening));
        switching.refresh();
        switching.byKey(unopened);
    }

    private void await(ConsumerKey key) {
        Set<String> known = new HashSet<>();
        state.inbox()
                .consumer(key)
                .ifPresent(consumer -> consumer.conversations().forEach(conversation -> known.add(conversation.id())));
        awaited.put(key, known);
        kit.after(AWAITED_MILLIS, () -> awaited.remove(key, known));
    }

    /** A conversation may be the one that was asked for. */
    void changed(Update.ConversationChanged update) {
        Set<String> known = awaited.get(update.consumer());
        if (known != null
                && update.facts().open()
                && !known.contains(update.facts().id())) {
            awaited.remove(update.consumer());
            switching.refresh();
            switching.byKey(new Place(update.consumer(), update.facts().id()));
        }
    }

    /** Alt-W; {@code /close}, and with {@code --all} the survey too. */
    void close(String words) {
        if (!words.isEmpty() && !words.equals(ALL)) {
            kit.error("/close takes nothing, or " + ALL + ".");
            return;
        }
        Optional<Conversation> open = state.conversation().filter(Conversation::isOpen);
        if (open.isEmpty()) {
            kit.hint("There is no open conversation here to close.");
            return;
        }
        ConsumerKey consumer = open.get().place().consumer();
        String id = open.get().id();
        boolean survey = open.get().facts().filter(ConversationFacts::inSurvey).isPresent();
        if (words.equals(ALL)) {
            ask(
                    "Close this conversation for good?",
                    "It ends at once, and no survey follows. What you have typed stays.",
                    new Command.CloseAll(consumer, id));
        } else if (survey) {
            ask("Leave the survey?", "The conversation ends with it.", new Command.Close(consumer, id));
        } else {
            ask(
                    "Close this conversation?",
                    "The agent is told that you have ended it. What you have typed stays.",
                    new Command.Close(consumer, id));
        }
    }

    private void ask(String title, String question, Command close) {
        state.overlays().open(Choice.careful(title, question, "close it", () -> kit.send(close)));
    }
}
