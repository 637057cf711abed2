package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.conversation.Action;
import dev.parley.conversation.Content;
import dev.parley.protocol.Event;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a turn says (PROTOCOL.md 8.1, 8.2, 10.3). Pure. */
final class Contents {
    static final String FILE = "hosted/file";
    static final String INVITATION = "forms/secure-invitation";
    static final String SUBMISSION = "forms/secure-submission";

    private static final int MOST_REPLIES = 24;

    private Contents() {}

    static Content of(Event event) {
        if (event instanceof Event.ContentEvent content) {
            JsonNode message = content.message();
            if (message.isTextual() && content.contentType().equals("text/plain")) {
                return new Content.Text(message.asText(), replies(content.quickReplies()));
            }
            if (message.isTextual() && content.contentType().equals("text/html")) {
                return new Content.Text(Html.text(message.asText()), replies(content.quickReplies()));
            }
            if (message.isObject()) {
                return structured(content.contentType(), message);
            }
            return new Content.Unsupported(content.contentType().isEmpty() ? "ContentEvent" : content.contentType());
        }
        if (event instanceof Event.Unknown unknown) {
            return new Content.Unsupported(unknown.type().isEmpty() ? "event" : unknown.type());
        }
        Event.RichContentEvent card = (Event.RichContentEvent) event;
        return new Content.Card(Elements.read(card.content()), replies(card.quickReplies()));
    }

    /** What lacks the part that makes it of use cannot be shown as what it says it is. */
    private static Content structured(String contentType, JsonNode message) {
        String relativePath = text(message, "relativePath");
        String invitationId = text(message, "invitationId");
        return switch (contentType) {
            case FILE ->
                relativePath.isEmpty()
                        ? new Content.Unsupported(contentType)
                        : new Content.File(
                                text(message, "caption"),
                                relativePath,
                                text(message, "fileType"),
                                text(message, "preview").length());
            case INVITATION ->
                invitationId.isEmpty()
                        ? new Content.Unsupported(contentType)
                        : new Content.SecureForm(text(message, "formId"), invitationId, text(message, "title"));
            case SUBMISSION -> new Content.FormSubmission(text(message, "submissionId"), invitationId);
            default -> new Content.Unsupported(contentType.isEmpty() ? "ContentEvent" : contentType);
        };
    }

    private static String text(JsonNode message, String name) {
        JsonNode value = message.path(name);
        return value.isTextual() ? value.textValue() : "";
    }

    private static List<Content.QuickReply> replies(@Nullable JsonNode quickReplies) {
        List<Content.QuickReply> replies = new ArrayList<>();
        if (quickReplies == null) {
            return replies;
        }
        JsonNode given = quickReplies.path("replies");
        for (JsonNode each : given.isObject() ? List.of(given) : given) {
            if (replies.size() < MOST_REPLIES && each.path("title").isTextual()) {
                replies.add(reply(each));
            }
        }
        return replies;
    }

    private static Content.QuickReply reply(JsonNode button) {
        String title = button.path("title").asText();
        JsonNode click = button.path("click");
        List<Action> actions = Elements.actions(click);
        List<Action> leads = actions.stream()
                .filter(action -> action instanceof Action.Link || action instanceof Action.Navigate)
                .toList();
        String text = actions.stream()
                .filter(Action.PublishText.class::isInstance)
                .map(action -> ((Action.PublishText) action).text())
                .findFirst()
                .orElse(leads.isEmpty() ? title : "");
        JsonNode metadata = click.path("metadata");
        return new Content.QuickReply(
                title, text, metadata.isArray() || metadata.isObject() ? metadata.toString() : "", leads);
    }
}
