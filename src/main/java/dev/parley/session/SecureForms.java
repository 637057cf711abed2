package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Command;
import dev.parley.conversation.Content;
import dev.parley.conversation.OneTimeAddress;
import dev.parley.conversation.Update;
import dev.parley.protocol.Event;
import dev.parley.protocol.RequestBody;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * Secure forms (PROTOCOL.md section 13): tokens that hold once, the page to fill in, and what became of it. Public sources
 * name the request, {@code readOtk} and {@code writeOtk}; the members of the request and the page's address are inferred,
 * and are the sandbox's. The tokens go into {@link OneTimeAddress} and nowhere else. Event loop.
 */
final class SecureForms {
    private final Desk desk;
    private final String account;
    private final Supplier<Optional<Hosts>> hosts;
    private final Insisting insisting;

    SecureForms(Desk desk, String account, Supplier<Optional<Hosts>> hosts) {
        this.desk = desk;
        this.account = account;
        this.hosts = hosts;
        this.insisting = new Insisting(desk);
    }

    void open(Command.OpenForm open) {
        Optional<String> about = Optional.of(open.conversationId());
        Optional<Content.SecureForm> form = form(open.conversationId(), open.dialogId(), open.sequence());
        Optional<Endpoint> tokenizer = hosts.get().flatMap(Hosts::tokenizer);
        if (form.isEmpty()) {
            desk.complain(about, "There is no form there any more.");
        } else if (tokenizer.isEmpty()) {
            desk.complain(about, "This account names no place where forms are filled in.");
        } else {
            Content.SecureForm asked = form.get();
            insisting.ask(new RequestBody.GenerateUploadToken(asked.formId(), asked.invitationId()), outcome -> {
                Optional<OneTimeAddress> address = address(tokenizer.get(), outcome);
                if (!outcome.isOk()) {
                    desk.complain(about, "The form cannot be opened: " + outcome.words());
                } else if (address.isEmpty()) {
                    desk.complain(about, "The form cannot be opened: the service gives no token for it.");
                } else {
                    desk.tell(new Update.FormReady(
                            desk.key(), open.conversationId(), open.dialogId(), open.sequence(), address.get()));
                }
            });
        }
    }

    private Optional<OneTimeAddress> address(Endpoint tokenizer, Outcome outcome) {
        JsonNode body = outcome.body();
        JsonNode token = body == null ? JsonNodeFactory.instance.missingNode() : body.path("token");
        String read = token.path("readOtk").asText("");
        String write = token.path("writeOtk").asText("");
        if (read.isEmpty() || write.isEmpty()) {
            return Optional.empty();
        }
        String page = (tokenizer.tls() ? "https://" : "http://") + tokenizer.name() + "/api/account/" + account
                + "/secure-form";
        return Optional.of(new OneTimeAddress(page, "?readOtk=" + encoded(read) + "&writeOtk=" + encoded(write)));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    void tell(Command.TellForm tell) {
        told(
                tell.conversationId(),
                tell.dialogId(),
                tell.sequence(),
                tell.status().name());
    }

    /** The submission, then SUBMITTED. */
    void submit(Command.SubmitForm submit) {
        Optional<Content.SecureForm> form = form(submit.conversationId(), submit.dialogId(), submit.sequence());
        if (form.isEmpty()) {
            desk.complain(Optional.of(submit.conversationId()), "There is no form there any more.");
            return;
        }
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("submissionId", submit.submissionId())
                .put("invitationId", form.get().invitationId());
        RequestBody body = new RequestBody.PublishEvent(
                submit.dialogId(),
                Optional.of(submit.conversationId()),
                new Event.ContentEvent(Contents.SUBMISSION, message, null));
        Consumer<Outcome> end = outcome -> {
            if (outcome.isOk()) {
                told(submit.conversationId(), submit.dialogId(), submit.sequence(), "SUBMITTED");
            } else {
                desk.complain(
                        Optional.of(submit.conversationId()),
                        "The agent was not told that the form was sent: " + outcome.words());
            }
        };
        desk.requests().ask(body, CardMetadata.naming(submit.cid(), null), end, late -> {});
    }

    private void told(String conversationId, String dialogId, long sequence, String status) {
        RequestBody body = new RequestBody.PublishEvent(
                dialogId, Optional.of(conversationId), new Event.AcceptStatusEvent(status, List.of(sequence)));
        insisting.ask(body, outcome -> {
            if (!outcome.isOk()) {
                desk.complain(
                        Optional.of(conversationId), "The service was not told about the form: " + outcome.words());
            }
        });
    }

    private Optional<Content.SecureForm> form(String conversationId, String dialogId, long sequence) {
        return desk.turn(conversationId, dialogId, sequence)
                .map(turn -> turn.content())
                .filter(Content.SecureForm.class::isInstance)
                .map(Content.SecureForm.class::cast);
    }
}
