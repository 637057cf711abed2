package dev.parley.sandbox.agents;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an agent can do in a conversation. Plain data, because an act may be planned for later and must survive the process,
 * and because outside agents will send the same words.
 *
 * <p>Unless an act says otherwise it is done in MAIN, as the ASSIGNED_AGENT and for everybody, and nothing happens where MAIN
 * is closed by then. What the service does not take (a text of more than 8 000 characters, a card of more than 15 000) is
 * left out and logged; the acts behind it are done.
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
    @JsonSubTypes.Type(value = Act.Publish.class, name = "publish"),
    @JsonSubTypes.Type(value = Act.Whisper.class, name = "whisper"),
    @JsonSubTypes.Type(value = Act.SendFile.class, name = "send file"),
    @JsonSubTypes.Type(value = Act.Invite.class, name = "invite"),
    @JsonSubTypes.Type(value = Act.As.class, name = "as"),
    @JsonSubTypes.Type(value = Act.Bring.class, name = "bring"),
    @JsonSubTypes.Type(value = Act.Dismiss.class, name = "dismiss"),
    @JsonSubTypes.Type(value = Act.Leave.class, name = "leave"),
    @JsonSubTypes.Type(value = Act.Transfer.class, name = "transfer"),
    @JsonSubTypes.Type(value = Act.Urge.class, name = "urge"),
    @JsonSubTypes.Type(value = Act.Delay.class, name = "delay"),
    @JsonSubTypes.Type(value = Act.End.class, name = "end"),
    @JsonSubTypes.Type(value = Act.Lock.class, name = "lock"),
    @JsonSubTypes.Type(value = Act.Trouble.class, name = "trouble"),
    @JsonSubTypes.Type(value = Act.Bend.class, name = "bend"),
})
@JsonInclude(JsonInclude.Include.NON_NULL)
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

    /**
     * Closes MAIN. By the account's own habit (quirk {@code survey}) a survey follows; {@code survey} true asks for one even
     * so, false does without. There is never one where the client did not announce MULTI_DIALOG or no agent was assigned
     * (PROTOCOL.md 9.1).
     */
    record Close(@Nullable Boolean survey) implements Act {
        public Close() {
            this(null);
        }
    }

    /** Another agent becomes the assigned one. */
    record HandOver(String nickname) implements Act {}

    /**
     * Any event of PROTOCOL.md section 8, in the wire's own JSON: a ContentEvent of any contentType, a RichContentEvent with
     * {@code content}, both with or without {@code quickReplies}, an AcceptStatusEvent, a ChatStateEvent.
     *
     * @param metadata an array as in 8.5, told to every reader; null for none
     * @param audience ALL, or AGENTS_AND_MANAGERS, which no consumer gets to see; null for ALL
     */
    record Publish(
            JsonNode event,
            @Nullable JsonNode metadata,
            @Nullable String audience) implements Act {
        public Publish(JsonNode event) {
            this(event, null, null);
        }
    }

    /** A text for AGENTS_AND_MANAGERS only: it takes a sequence that the consumer never hears of. */
    record Whisper(String text) implements Act {}

    /**
     * Puts a file into the store and publishes it as {@code hosted/file} (PROTOCOL.md section 13). The bytes come from
     * {@link Agent#file}, asked when the act falls due; at most 3 MB.
     *
     * @param name what the agent calls it
     * @param fileType JPG, JPEG, PNG, GIF, PDF, DOCX, TXT … as PROTOCOL.md has them
     * @param preview a data URI of less than 30 KB; null for none
     */
    record SendFile(
            String name,
            String fileType,
            String caption,
            @Nullable String preview) implements Act {
        public SendFile(String name, String fileType, String caption) {
            this(name, fileType, caption, null);
        }
    }

    /** {@code forms/secure-invitation} to one of the forms of {@code SecureForms}; unknown ones get a plain text field. */
    record Invite(String formId, String title) implements Act {}

    /**
     * Does {@code does} (an act that publishes) under another name and role: a MANAGER's word, a CONTROLLER's automatic message, a
     * bot's as AGENT. Whoever was brought before has a public profile; others are unknown ids to a client.
     *
     * @param role ASSIGNED_AGENT, AGENT, MANAGER, CONTROLLER, READER or BRAND_BOT
     */
    record As(String nickname, String role, Act does) implements Act {}

    /** Somebody takes part beside the assigned agent; role as in {@link As}, but not ASSIGNED_AGENT. */
    record Bring(String nickname, String role) implements Act {}

    record Dismiss(String nickname, String role) implements Act {}

    /** The assigned agent leaves: back to the queue, where nobody takes it until the consumer writes again. */
    record Leave() implements Act {}

    /** Another skill, digits or -1. */
    record Transfer(String skillId) implements Act {}

    /**
     * How soon an answer is due (PROTOCOL.md 9.5).
     *
     * @param ttrType NORMAL, URGENT, PRIORITIZED or CUSTOM
     * @param seconds of CUSTOM; else null
     */
    record Urge(String ttrType, @Nullable Long seconds) implements Act {}

    /** Out of hours for that long; {@code type} NIGHT, WEEKEND, HOLIDAY, or empty: no longer. */
    record Delay(String type, long seconds) implements Act {}

    /** Closes every dialog, with no survey, as the SYSTEM does after too long a silence. */
    record End() implements Act {}

    /** LOCKED: not even a rating changes it any more. For a conversation that is still open: it is closed before. */
    record Lock() implements Act {}

    /**
     * Lines of a fault script come into force in the whole sandbox (the words are those of {@code FaultHelp}). Not kept over
     * a restart. What was unhurt stays so where a line is wrong, and that is logged.
     */
    record Trouble(String script) implements Act {}

    /** A line {@code NAME=VALUE} of {@code Quirk} comes into force in the whole sandbox. Not kept over a restart. */
    record Bend(String quirk) implements Act {}
}
