package dev.parley.sandbox.agents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.protocol.Event;
import dev.parley.sandbox.service.Conversation;
import dev.parley.sandbox.service.Conversations;
import dev.parley.sandbox.service.Publishing;
import dev.parley.sandbox.service.Urgency;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Acts turned into what the service does: one agent's in one conversation, at one moment. */
final class Acting {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String EVERYBODY = "ALL";
    private static final String BRAND = "AGENTS_AND_MANAGERS";

    private final Conversations conversations;
    private final Conversation conversation;
    private final String agentId;
    private final String role;
    private final long at;

    Acting(Conversations conversations, Conversation conversation, String agentId, String role, long at) {
        this.conversations = conversations;
        this.conversation = conversation;
        this.agentId = agentId;
        this.role = role;
        this.at = at;
    }

    /**
     * Whoever has the conversation does it; nothing happens where nobody has it, but for what needs nobody.
     *
     * @throws dev.parley.sandbox.service.Refusal when the service does not take it
     */
    static void perform(Conversations conversations, Conversation conversation, Act act, Desk.Levers levers, long at) {
        if (act instanceof Act.Join join) {
            if (conversation.agent().isEmpty()) {
                conversations.join(conversation, Roster.idOf(join.nickname()), join.nickname(), at);
            }
        } else if (act instanceof Act.Trouble trouble) {
            levers.trouble(trouble.script());
        } else if (act instanceof Act.Bend bend) {
            levers.bend(bend.quirk());
        } else {
            // Whoever has the conversation by now keeps what was promised in it.
            conversation
                    .agent()
                    .ifPresent(agent ->
                            new Acting(conversations, conversation, agent.agentId(), agent.role(), at).perform(act));
        }
    }

    private void perform(Act act) {
        if (act instanceof Act.Accept accept) {
            receipt("ACCEPT", accept.upTo(), conversation.unacceptedByAgent());
        } else if (act instanceof Act.Read read) {
            receipt("READ", read.upTo(), conversation.unreadByAgent());
        } else if (act instanceof Act.Typing typing) {
            publish(new Event.ChatStateEvent(typing.chatState()));
        } else if (act instanceof Act.Say say) {
            publish(content(say));
        } else if (act instanceof Act.Whisper whisper) {
            publish(Event.ContentEvent.text(whisper.text()), null, BRAND);
        } else if (act instanceof Act.Publish it) {
            String audience = Optional.ofNullable(it.audience()).orElse(EVERYBODY);
            publish(Publishing.event(it.event()), it.metadata(), audience);
        } else if (act instanceof Act.Invite invite) {
            publish(invitation(invite));
        } else if (act instanceof Act.As as) {
            new Acting(conversations, conversation, Roster.idOf(as.nickname()), as.role(), at).perform(as.does());
        } else {
            arrange(act);
        }
    }

    /** Who takes part, how soon an answer is due, and the end. */
    private void arrange(Act act) {
        if (act instanceof Act.Close close) {
            conversations.close(conversation, "AGENT", "Closed by agent", Optional.ofNullable(close.survey()), at);
        } else if (act instanceof Act.End) {
            conversations.closeAll(conversation, "SYSTEM", "Closed by system", at);
        } else if (act instanceof Act.Lock) {
            conversations.closeAll(conversation, "SYSTEM", "Locked", at);
            conversations.lock(conversation, at);
        } else if (act instanceof Act.HandOver over) {
            conversations.join(conversation, Roster.idOf(over.nickname()), over.nickname(), at);
        } else if (act instanceof Act.Bring bring) {
            conversations.bring(conversation, Roster.idOf(bring.nickname()), bring.nickname(), bring.role(), at);
        } else if (act instanceof Act.Dismiss dismiss) {
            conversations.leave(conversation, Roster.idOf(dismiss.nickname()), dismiss.role(), at);
        } else if (act instanceof Act.Leave) {
            conversations.leave(conversation, agentId, Conversation.ASSIGNED_AGENT, at);
        } else if (act instanceof Act.Transfer transfer) {
            conversations.skill(conversation, transfer.skillId(), at);
        } else if (act instanceof Act.Urge urge) {
            Long seconds = urge.seconds();
            OptionalLong value = seconds == null ? OptionalLong.empty() : OptionalLong.of(seconds);
            conversations.urgency(conversation, Urgency.of(urge.ttrType(), value), at);
        } else if (act instanceof Act.Delay delay) {
            conversations.delay(conversation, delay.type(), at + delay.seconds() * 1_000, at);
        }
    }

    /** A file that is in the store. */
    void fileSent(Act.SendFile file, String path) {
        ObjectNode message = JSON.objectNode()
                .put("caption", file.caption())
                .put("relativePath", path)
                .put("fileType", file.fileType());
        if (file.preview() != null) {
            message.put("preview", file.preview());
        }
        publish(new Event.ContentEvent("hosted/file", message, null));
    }

    private void receipt(String status, long upTo, List<Long> open) {
        List<Long> sequences =
                open.stream().filter(sequence -> sequence <= upTo).toList();
        if (!sequences.isEmpty()) {
            publish(new Event.AcceptStatusEvent(status, sequences));
        }
    }

    private void publish(Event event) {
        publish(event, null, EVERYBODY);
    }

    private void publish(Event event, @Nullable JsonNode metadata, String audience) {
        Publishing.checkByAgent(event, metadata);
        conversations.publish(conversation, conversation.main(), agentId, role, event, metadata, audience, at);
    }

    private Event invitation(Act.Invite invite) {
        return new Event.ContentEvent(
                "forms/secure-invitation",
                JSON.objectNode()
                        .put("formId", invite.formId())
                        .put("invitationId", conversations.newId())
                        .put("title", invite.title()),
                null);
    }

    private static Event content(Act.Say say) {
        if (say.choices().isEmpty()) {
            return Event.ContentEvent.text(say.text());
        }
        ObjectNode quickReplies = JSON.objectNode().put("type", "quickReplies").put("itemsPerRow", 4);
        ArrayNode replies = quickReplies.putArray("replies");
        for (String choice : say.choices()) {
            ObjectNode button = replies.addObject()
                    .put("type", "button")
                    .put("title", choice)
                    .put("tooltip", choice);
            ObjectNode click = button.putObject("click");
            click.putArray("metadata").addObject().put("type", "ExternalId").put("id", choice);
            click.putArray("actions").addObject().put("type", "publishText").put("text", choice);
        }
        return new Event.ContentEvent("text/plain", TextNode.valueOf(say.text()), quickReplies);
    }
}
