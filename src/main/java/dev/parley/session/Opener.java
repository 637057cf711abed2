package dev.parley.session;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Command.Opening;
import dev.parley.conversation.Consumer;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.Update;
import dev.parley.protocol.Codec;
import dev.parley.protocol.RequestBody;
import java.util.ArrayDeque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Opens conversations, one request at a time (PROTOCOL.md section 5). What is written where none is open goes to the one
 * that the list shows, if it shows one; a lost answer is never followed by a second opening before the list was read
 * again. Event loop.
 */
final class Opener {
    private static final long[] REST_MILLIS = {5_000, 10_000, 15_000};
    private static final long RATE_REST_MILLIS = 1_000;

    /** What the opener needs of the session around it. */
    interface Around {
        /** Whether the list of conversations is known on this socket, and what an earlier run left. */
        boolean isReady();

        /** Only a new list can tell what happened. */
        void readListAgain(String why);

        void opened(String conversationId, boolean isNew);
    }

    /** @param letter its first message; null when there is none yet. An insisted one goes out though one is open. */
    private record Wish(Opening opening, @Nullable Letter letter, boolean insisted) {}

    private final Desk desk;
    private final Letterbox box;
    private final String account;
    private final Around around;

    private final Queue<Wish> insisted = new ArrayDeque<>();
    private final Queue<Runnable> settled = new ArrayDeque<>();
    /** Asked for, on this socket or (answer lost) an earlier one. */
    private @Nullable Wish asked;

    private boolean lost;
    private int tries;
    private boolean resting;
    /** What was there when the request went out: another one that is there later is its fruit. */
    private Set<String> before = new HashSet<>();

    Opener(Desk desk, Letterbox box, String account, Around around) {
        this.desk = desk;
        this.box = box;
        this.account = account;
        this.around = around;
    }

    /** Runs it once no conversation is being opened on this socket: now, or when the answer has come or will not. */
    void whenSettled(Runnable then) {
        settled.add(then);
        settle();
    }

    private void settle() {
        while ((asked == null || lost) && !settled.isEmpty()) {
            settled.remove().run();
        }
    }

    /** Something was written where no conversation is open. */
    void need() {
        if (asked != null || resting || !around.isReady()) {
            return;
        }
        Optional<Conversation> open = openOne();
        if (open.isPresent()) {
            place(open.get().id(), null, false);
        } else {
            ask(new Wish(Opening.PLAIN, null, false));
        }
    }

    /** Open one whether or not one is open. @param letter its first message, held; null for none */
    void insist(Opening opening, @Nullable Letter letter) {
        insisted.add(new Wish(opening, letter, true));
        pump();
    }

    /** The list is known (again). */
    void listed() {
        Wish wish = asked;
        if (wish != null && lost) {
            lost = false;
            asked = null;
            Optional<Conversation> fruit = desk.conversations().stream()
                    .filter(each -> each.isOpen() && !before.contains(each.id()))
                    .findFirst();
            if (fruit.isPresent()) {
                place(fruit.get().id(), wish.letter(), false);
            } else if (wish.insisted() && tries < 2) {
                ask(wish);
            } else if (wish.insisted()) {
                refused(wish, "no answer came, and no conversation was opened");
            }
        }
        pump();
    }

    /** Asks for the next one that was insisted on, once its message is saved. */
    void pump() {
        insisted.removeIf(wish -> wish.letter() != null && !box.holds(wish.letter()));
        Wish next = insisted.peek();
        if (asked == null && !resting && around.isReady() && next != null && isSaved(next)) {
            insisted.remove();
            tries = 0;
            ask(next);
        }
    }

    private static boolean isSaved(Wish wish) {
        return wish.letter() == null || wish.letter().delivery() != Delivery.SAVING;
    }

    private void ask(Wish wish) {
        asked = wish;
        tries++;
        before = new HashSet<>();
        desk.conversations().forEach(each -> before.add(each.id()));
        JsonNode context;
        try {
            context = context(wish.opening());
        } catch (JsonProcessingException unreadable) {
            asked = null;
            refused(wish, "the context is not JSON");
            return;
        }
        if (context != null && !context.isObject()) {
            asked = null;
            refused(wish, "the context is not JSON of the form {…}");
            return;
        }
        String skill = wish.opening().skillId();
        RequestBody body = new RequestBody.RequestConversation(
                account, "MESSAGING", "NORMAL", skill.isEmpty() ? "-1" : skill, campaign(wish.opening()), context);
        desk.requests().ask(body, outcome -> {
            ended(wish, outcome);
            settle();
        });
    }

    private void ended(Wish wish, Outcome outcome) {
        if (!(outcome instanceof Outcome.Answered answer)) {
            lost = true;
            if (outcome instanceof Outcome.TimedOut) {
                around.readListAgain("opening a conversation was not answered");
            }
            return;
        }
        asked = null;
        JsonNode body = answer.response().body();
        String id = body == null ? "" : body.path("conversationId").asText("");
        if (answer.response().code() == 429) {
            rest(wish, RATE_REST_MILLIS << Math.min(tries - 1, 5));
        } else if (answer.response().code() >= 500 && tries <= REST_MILLIS.length) {
            rest(wish, REST_MILLIS[tries - 1]);
        } else if (answer.response().isError() || id.isEmpty()) {
            refused(wish, answer.response().words());
            pump();
        } else {
            place(id, wish.letter(), !before.contains(id));
            pump();
        }
    }

    private void rest(Wish wish, long millis) {
        resting = true;
        desk.time().after(millis, () -> {
            resting = false;
            if (!around.isReady()) {
                insistedAgain(wish);
            } else if (wish.insisted() || openOne().isEmpty()) {
                ask(wish);
            } else {
                need();
            }
        });
    }

    /** The socket went while resting: {@link #listed} or the sender asks again. */
    private void insistedAgain(Wish wish) {
        if (wish.insisted()) {
            insisted.add(wish);
        }
    }

    /** @param first the message that it was opened for; null for any */
    private void place(String conversationId, @Nullable Letter first, boolean isNew) {
        tries = 0;
        desk.tell(new Update.PlaceOpened(desk.key(), conversationId));
        box.move(conversationId, first);
        around.opened(conversationId, isNew);
    }

    private void refused(Wish wish, String words) {
        tries = 0;
        if (wish.insisted()) {
            Letter letter = wish.letter();
            if (letter != null && box.holds(letter)) {
                box.giveBack(letter, words);
            }
            desk.complain(Optional.empty(), "No new conversation was opened: " + words);
            return;
        }
        for (Letter letter : box.inOrder()) {
            if (letter.outgoing.place().isUnopened()
                    && letter.waits != Letter.Wait.OPENING
                    && letter.delivery() == Delivery.QUEUED) {
                box.failed(letter, words);
            }
        }
    }

    private Optional<Conversation> openOne() {
        return desk.consumer().flatMap(Consumer::openConversation);
    }

    private static @Nullable JsonNode context(Opening opening) throws JsonProcessingException {
        if (opening.contextJson().isEmpty()) {
            return null;
        }
        // What stands behind the first value would be left out without a word.
        return Codec.mapper()
                .reader()
                .with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                .readTree(opening.contextJson());
    }

    private static @Nullable JsonNode campaign(Opening opening) {
        if (opening.campaignId().isEmpty() && opening.engagementId().isEmpty()) {
            return null;
        }
        ObjectNode campaign = JsonNodeFactory.instance.objectNode();
        campaign.put("campaignId", opening.campaignId());
        campaign.put("engagementId", opening.engagementId());
        return campaign;
    }
}
