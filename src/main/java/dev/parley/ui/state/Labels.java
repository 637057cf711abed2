package dev.parley.ui.state;

import dev.parley.conversation.Consumer;
import dev.parley.conversation.Content;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Who;
import dev.parley.ui.history.Voice;
import java.util.List;
import java.util.Optional;

/** What places and participants are called on the screen, raw. */
public final class Labels {
    private static final int PREVIEW = 200;

    private Labels() {}

    public static String who(Optional<Consumer> consumer, Who who) {
        return who.self()
                ? "you"
                : consumer.flatMap(known -> known.nameOf(who))
                        .filter(name -> !name.isBlank())
                        .orElseGet(() -> word(consumer, who));
    }

    /** What part they take: you, agent, bot … */
    public static String word(Optional<Consumer> consumer, Who who) {
        return Voice.word(who, isBot(consumer, who));
    }

    public static Voice voice(Optional<Consumer> consumer, Who who) {
        return Voice.of(who, isBot(consumer, who));
    }

    private static boolean isBot(Optional<Consumer> consumer, Who who) {
        return consumer.filter(known -> known.isBot(who)).isPresent();
    }

    /** The agent's name, with the consumer's number where there are several. */
    public static String place(UiState state, Place place) {
        return name(state, place) + number(state, place);
    }

    /** {@code " c7"} where there are several consumers, else empty: what tells rows of the same name apart. */
    public static String number(UiState state, Place place) {
        return state.inbox().consumers().size() > 1 ? " c" + place.consumer().number() : "";
    }

    /** The agent's name. */
    public static String name(UiState state, Place place) {
        Optional<Consumer> consumer = state.inbox().consumer(place.consumer());
        Optional<Conversation> conversation = state.inbox().conversation(place);
        return conversation
                .flatMap(Conversation::agent)
                .map(agent -> who(consumer, agent))
                .or(() -> conversation
                        .flatMap(Conversation::lastTurn)
                        .flatMap(Conversation.LastTurn::who)
                        .filter(who -> !who.self())
                        .map(who -> who(consumer, who)))
                .orElse(place.isUnopened() ? "new" : "nobody yet");
    }

    /** What was said last; empty when nothing was. */
    public static String preview(UiState state, Place place) {
        if (place.isUnopened()) {
            List<Outgoing> outgoing = state.outgoing(place);
            return outgoing.isEmpty()
                    ? ""
                    : head(outgoing.get(outgoing.size() - 1).text());
        }
        return state.inbox()
                .conversation(place)
                .flatMap(Conversation::lastTurn)
                .map(turn -> turn.content() instanceof Content.Unsupported
                        ? "[unsupported message]"
                        : head(turn.content().words()))
                .orElse("");
    }

    /** Its first non-blank line, or what of it a list could show at most. */
    private static String head(String text) {
        String cut = text.length() > PREVIEW ? text.substring(0, PREVIEW) : text;
        return cut.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty())
                .findFirst()
                .orElse("");
    }
}
