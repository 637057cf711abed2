package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.parley.protocol.Event;
import dev.parley.protocol.NotificationBody.MessageChange;
import dev.parley.sandbox.faults.Quirk;
import dev.parley.sandbox.faults.Quirks;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The survey after a conversation: a POST_SURVEY dialog, its bot and its questions (PROTOCOL.md 9.9). Where it stands is read
 * from what the bot asked last, so it goes on after a restart. Owned by the sandbox's event loop.
 */
final class PostSurvey {
    /** The bot's, in every sandbox. */
    static final String BOT = UUID.nameUUIDFromBytes("parley sandbox survey".getBytes(StandardCharsets.UTF_8))
            .toString();

    private static final String FEATURE = "MULTI_DIALOG";
    private static final String NICKNAME = "Survey";
    private static final String APP_INSTALL_ID = "parley-sandbox-survey";
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /** One question; its id goes along as metadata (PROTOCOL.md 8.5). */
    private enum Question {
        RATE("How do you rate this conversation, from 1 to 5?", List.of("1", "2", "3", "4", "5", "Skip")),
        SOLVED("Was your question answered?", List.of("Yes", "No", "Skip")),
        WORDS("Is there anything you would like to add?", List.of("Skip"));

        final String text;
        final List<String> choices;

        Question(String text, List<String> choices) {
            this.text = text;
            this.choices = choices;
        }

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final Conversations conversations;
    private final Quirks quirks;

    PostSurvey(Conversations conversations, Quirks quirks) {
        this.conversations = conversations;
        this.quirks = quirks;
    }

    /** @param wanted what the one who ends it wants; empty: as the account has it */
    boolean isDue(Conversation conversation, Optional<Boolean> wanted) {
        return conversation.isOpen()
                && wanted.orElse(quirks.is(Quirk.SURVEY, "on"))
                && conversation.features().contains(FEATURE)
                && conversation.agent().isPresent();
    }

    void begin(Conversation conversation, long at) {
        String dialogId = conversations.newId();
        conversations.keep(new LedgerEntry.DialogOpened(
                conversation.id(),
                dialogId,
                Dialog.POST_SURVEY,
                BOT,
                NICKNAME,
                JSON.objectNode().put("appInstallId", APP_INSTALL_ID),
                at));
        ask(conversation, conversation.dialog(dialogId).orElseThrow(), Question.RATE, at);
    }

    /** The consumer published into the survey: what is no text is no answer. */
    void answered(Conversation conversation, Dialog dialog, MessageChange change, long at) {
        Optional<Question> asked = asked(dialog);
        if (asked.isEmpty() || !(change.event() instanceof Event.ContentEvent content)) {
            return;
        }
        publish(conversation, dialog, new Event.AcceptStatusEvent("READ", dialog.unread()), null, at);
        String answer = content.message().asText("").strip().toLowerCase(Locale.ROOT);
        switch (asked.get()) {
            case RATE -> rate(conversation, dialog, answer, at);
            case SOLVED -> solved(conversation, dialog, answer, at);
            case WORDS -> finish(conversation, dialog, at);
        }
    }

    private void rate(Conversation conversation, Dialog dialog, String answer, long at) {
        if (answer.matches("[1-5]")) {
            rated(conversation, Integer.parseInt(answer), Optional.empty(), "PARTIALLY_FILLED", at);
            ask(conversation, dialog, Question.SOLVED, at);
        } else if (answer.equals("skip")) {
            rated(conversation, 0, Optional.empty(), "SKIPPED", at);
            ask(conversation, dialog, Question.SOLVED, at);
        } else {
            ask(conversation, dialog, Question.RATE, at);
        }
    }

    private void solved(Conversation conversation, Dialog dialog, String answer, long at) {
        boolean yes = answer.equals("yes");
        if (yes || answer.equals("no")) {
            int rate = conversation.rating().map(LedgerEntry.Rated::csatRate).orElse(0);
            rated(conversation, rate, Optional.of(yes), rate > 0 ? "FILLED" : "PARTIALLY_FILLED", at);
        }
        if (yes || answer.equals("no") || answer.equals("skip")) {
            ask(conversation, dialog, Question.WORDS, at);
        } else {
            ask(conversation, dialog, Question.SOLVED, at);
        }
    }

    private void rated(Conversation conversation, int rate, Optional<Boolean> resolved, String status, long at) {
        conversations.change(
                conversation, new LedgerEntry.Rated(conversation.id(), rate, status, at, resolved.orElse(null)));
    }

    private void finish(Conversation conversation, Dialog dialog, long at) {
        publish(conversation, dialog, Event.ContentEvent.text("Thank you. That was all."), null, at);
        conversations.closeDialog(conversation, dialog, "AGENT", "Completed", at);
    }

    private void ask(Conversation conversation, Dialog dialog, Question question, long at) {
        ArrayNode metadata = JSON.arrayNode();
        metadata.addObject()
                .put("type", "Question")
                .put("questionId", question.id())
                .put("provider", "AC")
                .put("surveyId", APP_INSTALL_ID);
        Event event = new Event.ContentEvent("text/plain", TextNode.valueOf(question.text), replies(question));
        publish(conversation, dialog, event, metadata, at);
    }

    private static ObjectNode replies(Question question) {
        ObjectNode quickReplies = JSON.objectNode().put("type", "quickReplies").put("itemsPerRow", 6);
        ArrayNode replies = quickReplies.putArray("replies");
        for (String choice : question.choices) {
            ObjectNode button = replies.addObject().put("type", "button").put("title", choice);
            ObjectNode click = button.put("tooltip", choice).putObject("click");
            click.putArray("metadata")
                    .addObject()
                    .put("type", "Answer")
                    .put("questionId", question.id())
                    .put("id", choice);
            click.putArray("actions").addObject().put("type", "publishText").put("text", choice);
        }
        return quickReplies;
    }

    private static Optional<Question> asked(Dialog dialog) {
        for (int i = dialog.events().size() - 1; i >= 0; i--) {
            MessageChange change = dialog.events().get(i);
            if (change.originatorId().equals(BOT) && change.metadata() != null) {
                String id = change.metadata().path(0).path("questionId").asText();
                for (Question question : Question.values()) {
                    if (question.id().equals(id)) {
                        return Optional.of(question);
                    }
                }
            }
        }
        return Optional.empty();
    }

    private void publish(Conversation conversation, Dialog dialog, Event event, @Nullable ArrayNode metadata, long at) {
        conversations.publish(conversation, dialog, BOT, "AGENT", event, metadata, "ALL", at);
    }
}
