package dev.parley.sandbox.service;

import dev.parley.protocol.Event;
import dev.parley.time.Time;
import java.util.List;

/**
 * The person at the keyboard speaking as the agent ({@code /as-agent}): under the name of whoever has the conversation, else
 * under a name of their own. What the consumer wrote counts as read by then. Owned by the sandbox's event loop.
 */
public final class PersonAsAgent {
    static final String ID = "6b1d0f2e-8c1c-4a39-9f53-1f0a6d2b7c55";
    private static final String NICKNAME = "Agent";
    private static final int MAX_TEXT = 8_000;

    private final Conversations conversations;
    private final Time time;

    public PersonAsAgent(Conversations conversations, Time time) {
        this.conversations = conversations;
        this.time = time;
    }

    /**
     * @return the sequence of what was said
     * @throws Refusal when there is no such open conversation, or the text is empty or too long
     */
    public long say(String conversationId, String text) {
        Conversation conversation = open(conversationId);
        if (text.isEmpty() || text.codePointCount(0, text.length()) > MAX_TEXT) {
            throw new Refusal(400, "Text must have 1 to 8000 characters");
        }
        long at = time.now().toEpochMilli();
        long sequence = publish(conversation, seat(conversation, at), Event.ContentEvent.text(text), at);
        conversations.deliverNews();
        return sequence;
    }

    /**
     * Takes an open conversation where nobody has it.
     *
     * @throws Refusal when there is no such open conversation
     */
    public Conversation take(String conversationId) {
        Conversation conversation = open(conversationId);
        seat(conversation, time.now().toEpochMilli());
        conversations.deliverNews();
        return conversation;
    }

    /** Many lines at once, all within a millisecond. */
    void say(Conversation conversation, List<String> texts) {
        long at = time.now().toEpochMilli();
        conversations.publishAll(conversation, seat(conversation, at), texts, at);
        conversations.deliverNews();
    }

    /** @throws Refusal when there is no such open conversation */
    Conversation open(String conversationId) {
        Conversation conversation = conversations
                .state()
                .conversation(conversationId)
                .orElseThrow(() -> new Refusal(404, "Conversation not found"));
        if (!conversation.isOpen()) {
            throw new Refusal(400, "Conversation is already closed");
        }
        return conversation;
    }

    /** Takes the conversation where nobody has it, and reads what is unread; gives the agent one speaks as. */
    private String seat(Conversation conversation, long at) {
        if (conversation.agent().isEmpty()) {
            conversations.join(conversation, ID, NICKNAME, at);
        }
        String agent = conversation.agent().orElseThrow().agentId();
        List<Long> unread = conversation.unreadByAgent();
        if (!unread.isEmpty()) {
            publish(conversation, agent, new Event.AcceptStatusEvent("READ", unread), at);
        }
        return agent;
    }

    private long publish(Conversation conversation, String agent, Event event, long at) {
        return conversations.publish(conversation, agent, "ASSIGNED_AGENT", event, null, at);
    }
}
