package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Command;
import dev.parley.conversation.Profile;
import dev.parley.conversation.Update;
import dev.parley.protocol.RequestBody;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * What the consumer is called (PROTOCOL.md section 14). Nobody says whether setting a profile leaves alone what it does not
 * name: it is read before, and all of it that may be set goes back. Event loop.
 */
final class OwnProfile {
    private static final String FIRST = "firstName";
    private static final String LAST = "lastName";
    private static final String NICK = "nickName";
    private static final List<String> SETTABLE =
            List.of(FIRST, LAST, NICK, "avatarUrl", "role", "backgndImgUri", "description", "privateData");

    private final Desk desk;
    private final Insisting insisting;

    OwnProfile(Desk desk) {
        this.desk = desk;
        this.insisting = new Insisting(desk);
    }

    void ask() {
        read("Your profile cannot be read: ", body -> tell(body));
    }

    void set(Command.SetProfile set) {
        String refused = "Your profile was not changed: ";
        read(refused, body -> {
            ObjectNode profile = JsonNodeFactory.instance.objectNode();
            for (String member : SETTABLE) {
                JsonNode had = body.path(member);
                if (!had.isMissingNode() && !had.isNull()) {
                    profile.set(member, had);
                }
            }
            set.firstName().ifPresent(name -> profile.put(FIRST, name));
            set.lastName().ifPresent(name -> profile.put(LAST, name));
            set.nickName().ifPresent(name -> profile.put(NICK, name));
            insisting.ask(new RequestBody.SetUserProfile(profile), outcome -> {
                if (outcome.isOk()) {
                    tell(profile);
                    desk.tell(new Update.Notice(desk.key(), Optional.empty(), false, "Your profile is changed."));
                } else {
                    desk.complain(Optional.empty(), refused + outcome.words());
                }
            });
        });
    }

    private void read(String refused, Consumer<JsonNode> then) {
        insisting.ask(new RequestBody.GetUserProfile(Optional.empty()), outcome -> {
            if (outcome instanceof Outcome.Answered answer && outcome.isOk()) {
                JsonNode body = answer.response().body();
                then.accept(body == null ? JsonNodeFactory.instance.missingNode() : body);
            } else {
                desk.complain(Optional.empty(), refused + outcome.words());
            }
        });
    }

    /** Somebody waits for it, though it may be what it was. */
    private void tell(JsonNode body) {
        desk.tell(new Update.ProfileKnown(
                desk.key(), new Profile(text(body, FIRST), text(body, LAST), text(body, NICK))));
    }

    private static String text(JsonNode body, String member) {
        return body.path(member).isTextual() ? body.path(member).asText() : "";
    }
}
