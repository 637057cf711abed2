package dev.parley.sandbox.agents;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;

/**
 * What an agent can do in a conversation. Plain data, because an act may be planned for later and must survive the process,
 * and because outside agents will send the same words.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "act")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Act.Join.class, name = "join"),
    @JsonSubTypes.Type(value = Act.Accept.class, name = "accept"),
    @JsonSubTypes.Type(value = Act.Read.class, name = "read"),
    @JsonSubTypes.Type(value = Act.Typing.class, name = "typing"),
    @JsonSubTypes.Type(value = Act.Say.class, name = "say"),
    @JsonSubTypes.Type(value = Act.Close.class, name = "close"),
    @JsonSubTypes.Type(value = Act.HandOver.class, name = "hand over"),
})
public sealed interface Act {
    /** Becomes the assigned agent; nothing happens where there is one. */
    record Join(String nickname) implements Act {}

    /** ACCEPT for everything up to this sequence that has none yet (PROTOCOL.md 8.3). */
    record Accept(long upTo) implements Act {}

    /** READ for everything up to this sequence that has none yet. */
    record Read(long upTo) implements Act {}

    /** {@code chatState} COMPOSING, ACTIVE or PAUSE (PROTOCOL.md 8.4). */
    record Typing(String chatState) implements Act {}

    /** {@code choices} become quick replies (PROTOCOL.md 10.3); at most 24, none for a plain text. */
    record Say(String text, List<String> choices) implements Act {
        public Say {
            choices = List.copyOf(choices);
        }

        public Say(String text) {
            this(text, List.of());
        }
    }

    record Close() implements Act {}

    /** Another agent becomes the assigned one. */
    record HandOver(String nickname) implements Act {}
}
