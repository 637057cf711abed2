package dev.parley.ui.app;

import dev.parley.conversation.Place;
import dev.parley.conversation.Role;
import dev.parley.conversation.Timeline;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.Update;
import dev.parley.conversation.Update.HistoryState;
import dev.parley.conversation.Who;
import dev.parley.ui.Outside;
import dev.parley.ui.state.BellMode;
import dev.parley.ui.state.UiState;
import java.util.HashSet;
import java.util.Set;

/**
 * Rings when somebody answers where the person is not looking: in another conversation, or in this one while the terminal
 * does not have the focus. What was said before this client came is no news. UI thread only.
 */
final class Ringing {
    static final String BELL = "bell";

    /** RELIABILITY.md M18. */
    private static final long PAUSE_MILLIS = 2_000;

    private final Kit kit;
    private final UiState state;
    private final Desk.Screen screen;
    private final Outside outside;

    /** Dialogs whose history has been given once: what is higher than its highest turn from then on is new. */
    private final Set<String> known = new HashSet<>();

    private long quietUntil = Long.MIN_VALUE;
    private boolean complained;

    Ringing(Kit kit, Desk.Screen screen, Outside outside) {
        this.kit = kit;
        this.state = kit.state();
        this.screen = screen;
        this.outside = outside;
    }

    /** Whether it is somebody's answer that the person does not see; to be asked before it is folded into the inbox. */
    boolean isNews(Update update) {
        if (update instanceof Update.HistoryChanged changed && changed.state() != HistoryState.LOADING) {
            known.add(changed.conversationId() + " " + changed.dialogId());
        }
        if (!(update instanceof Update.Events events)
                || !known.contains(events.conversationId() + " " + events.dialogId())) {
            return false;
        }
        Place place = new Place(events.consumer(), events.conversationId());
        boolean inView = place.equals(state.selected()) && state.focused();
        long highest = state.inbox()
                .conversation(place)
                .flatMap(conversation -> conversation.timeline(events.dialogId()))
                .map(Timeline::highest)
                .orElse(-1L);
        return !inView
                && events.events().stream()
                        .anyMatch(event -> event instanceof TimelineEvent.Turn turn
                                && turn.sequence() > highest
                                && answers(turn.who()));
    }

    private static boolean answers(Who who) {
        return !who.self() && who.role() != Role.CONSUMER && who.role() != Role.CONTROLLER;
    }

    /** Once in two seconds at most; {@link #isNews} was true, and the inbox has it now. */
    void ring() {
        long now = kit.clock().millis();
        if (state.switches().bell() == BellMode.OFF || now < quietUntil) {
            return;
        }
        quietUntil = now + PAUSE_MILLIS;
        if (state.switches().bell() == BellMode.BELL) {
            screen.bell();
            return;
        }
        int unread = state.inbox().counts(kit.clock().now()).unread();
        outside.runBellCommand(unread)
                .thenAccept(well -> screen.later(() -> {
                    if (!well && !complained) {
                        complained = true;
                        kit.error("The bell's command failed; the log may say why. /bell off turns it off.");
                    }
                }));
    }

    /** {@code /bell off|bell|command}. */
    void mode(String word) {
        BellMode wanted = BellMode.of(word).orElse(null);
        if (wanted == null) {
            String now = "The bell is " + words() + ".";
            if (word.isEmpty()) {
                kit.hint(now + " /bell takes off, bell or command.");
            } else {
                kit.error("/bell takes off, bell or command. " + now);
            }
            return;
        }
        if (wanted == BellMode.COMMAND && !outside.hasBellCommand()) {
            kit.error("Name the command in config.properties first: bell-command = program arguments");
            return;
        }
        state.switches().bell(wanted);
        kit.preferences().put(BELL, wanted.word());
        kit.hint("The bell is " + words() + ".");
    }

    private String words() {
        return switch (state.switches().bell()) {
            case OFF -> "off";
            case BELL -> "the terminal's";
            case COMMAND -> "your command";
        };
    }
}
