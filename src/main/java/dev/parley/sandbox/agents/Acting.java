package dev.parley.sandbox.agents;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.protocol.Event;
import dev.parley.sandbox.service.Conversation;
import dev.parley.sandbox.service.Conversations;
import java.util.List;

/** Acts turned into what the service does. */
final class Acting {
    static void perform(Conversations conversations, Conversation conversation, String agentId, Act act, long at) {
        if (act instanceof Act.Accept accept) {
            receipt(
                    conversations,
                    conversation,
                    agentId,
                    "ACCEPT",
                    accept.upTo(),
                    conversation.unacceptedByAgent(),
                    at);
        } else if (act instanceof Act.Read read) {
            receipt(conversations, conversation, agentId, "READ", read.upTo(), conversation.unreadByAgent(), at);
        } else if (act instanceof Act.Typing typing) {
            publish(conversations, conversation, agentId, new Event.ChatStateEvent(typing.chatState()), at);
        } else if (act instanceof Act.Say say) {
            publish(conversations, conversation, agentId, content(say), at);
        } else if (act instanceof Act.Close) {
            conversations.close(conversation, "AGENT", "Closed by agent", at);
        } else if (act instanceof Act.HandOver over) {
            conversations.join(conversation, Roster.idOf(over.nickname()), over.nickname(), at);
        }
    }

    private static void receipt(
            Conversations conversations,
            Conversation conversation,
            String agentId,
            String status,
            long upTo,
            List<Long> open,
            long at) {
        List<Long> sequences =
                open.stream().filter(sequence -> sequence <= upTo).toList();
        if (!sequences.isEmpty()) {
            publish(conversations, conversation, agentId, new Event.AcceptStatusEvent(status, sequences), at);
        }
    }

    private static void publish(
            Conversations conversations, Conversation conversation, String agentId, Event event, long at) {
        conversations.publish(conversation, agentId, "ASSIGNED_AGENT", event, null, at);
    }

    private static Event content(Act.Say say) {
        if (say.choices().isEmpty()) {
            return Event.ContentEvent.text(say.text());
        }
        ObjectNode quickReplies = JsonNodeFactory.instance
                .objectNode()
                .put("type", "quickReplies")
                .put("itemsPerRow", 4);
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

    private Acting() {}
}
