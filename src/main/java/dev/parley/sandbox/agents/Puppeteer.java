package dev.parley.sandbox.agents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.parley.sandbox.service.Conversation;
import dev.parley.sandbox.service.Conversations;
import dev.parley.sandbox.service.PersonAsAgent;
import dev.parley.sandbox.service.Refusal;
import dev.parley.sandbox.service.Vault;
import dev.parley.time.Time;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Has the agent of a conversation do something now: for the person at the keyboard, for scripts, for agents outside. Owned by
 * the sandbox's event loop.
 */
public final class Puppeteer {
    private static final ObjectMapper ACTS =
            new ObjectMapper().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);

    private final Conversations conversations;
    private final PersonAsAgent person;
    private final Desk.Levers levers;
    private final Time time;
    private final Sending sending;

    public Puppeteer(Conversations conversations, PersonAsAgent person, Vault vault, Desk.Levers levers, Time time) {
        this.conversations = conversations;
        this.person = person;
        this.levers = levers;
        this.time = time;
        sending = new Sending(conversations, vault);
    }

    /**
     * Does an {@link Act} given in its own JSON, as whoever has the conversation; where nobody has it the person takes it.
     *
     * @param file the bytes of {@link Act.SendFile}; else ignored
     * @param then told when it is done, with what the disk said against it, if anything
     * @throws Refusal when there is no such open conversation or act, or the service does not take it
     */
    public void act(String conversationId, JsonNode act, byte[] file, Consumer<Optional<Refusal>> then) {
        Act wanted = read(act);
        Conversation conversation = person.take(conversationId);
        long at = time.now().toEpochMilli();
        if (wanted instanceof Act.SendFile send) {
            sending.send(conversation, send, file, at, failed -> {
                conversations.deliverNews();
                then.accept(failed.map(e -> new Refusal(503, "The file could not be stored")));
            });
            return;
        }
        try {
            Acting.perform(conversations, conversation, wanted, levers, at);
        } finally {
            conversations.deliverNews();
        }
        then.accept(Optional.empty());
    }

    private static Act read(JsonNode json) {
        try {
            return Optional.ofNullable(ACTS.treeToValue(json, Act.class))
                    .orElseThrow(() -> new Refusal(400, "There is no such act"));
        } catch (JsonProcessingException e) {
            throw new Refusal(400, "There is no such act");
        }
    }
}
