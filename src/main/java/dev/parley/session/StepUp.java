package dev.parley.session;

import dev.parley.conversation.Command;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Update;
import dev.parley.protocol.ConversationField;
import dev.parley.protocol.RequestBody;
import io.vertx.core.Future;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * In mid-conversation the consumer becomes the one whom the brand knows, and takes the open conversations along
 * (PROTOCOL.md 2.1, flow E, and 9.6). What could not be taken along yet is tried again at each connect. Event loop.
 */
final class StepUp {
    private static final String CONSUMER = "CONSUMER";

    private static final int SHOWN = 8;

    /** @param left conversations that are still the former consumer's */
    private record Move(String from, String to, Set<String> left) {}

    private final Desk desk;
    private final Identity identity;
    private final Function<String, Proof> files;
    private final Function<Way.Brand, Future<Token>> signIn;
    private final Consumer<Runnable> settled;
    private final Runnable connect;

    private boolean asking;
    private boolean tookAlong;
    private @Nullable Move move;
    /** Counts sockets. */
    private int epoch;

    /**
     * @param signIn makes the consumer who the brand says it is, from the next dial on
     * @param settled runs what it gets when no conversation is being opened: that one would stay behind, as its id is not
     *     known yet
     * @param connect dials now
     */
    StepUp(
            Desk desk,
            Identity identity,
            Function<String, Proof> files,
            Function<Way.Brand, Future<Token>> signIn,
            Consumer<Runnable> settled,
            Runnable connect) {
        this.desk = desk;
        this.identity = identity;
        this.files = files;
        this.signIn = signIn;
        this.settled = settled;
        this.connect = connect;
    }

    void begin(Command.StepUp command) {
        if (asking) {
            desk.complain(Optional.empty(), "A step-up is under way already.");
            return;
        }
        asking = true;
        Way.Brand way = new Way.Brand(command.connector(), files.apply(command.file()), command.redirectUri());
        signIn.apply(way).onComplete(done -> {
            asking = false;
            if (done.succeeded()) {
                become(done.result());
            } else {
                String why = done.cause() instanceof Trouble trouble ? trouble.sentence() : "it did not work";
                desk.complain(Optional.empty(), "You are who you were: " + why);
            }
        });
    }

    private void become(Token token) {
        String from = identity.consumerId();
        if (!from.equals(token.consumerId())) {
            move = new Move(from, token.consumerId(), new LinkedHashSet<>());
            tookAlong = false;
        }
        settled.accept(connect);
    }

    /** The consumer becomes another: notes what it takes along, and tells that its other conversations are gone. */
    void leave(String consumerId) {
        Move under = move;
        for (Conversation conversation : desk.conversations()) {
            if (under != null && under.to().equals(consumerId) && conversation.isOpen()) {
                under.left().add(conversation.id());
            } else {
                desk.tell(new Update.ConversationGone(desk.key(), conversation.id()));
            }
        }
    }

    /** A socket is open: {@code then} runs when what is to come along has come, or will not now. */
    void up(Runnable then) {
        Move under = move;
        epoch++;
        if (under == null || !under.to().equals(identity.consumerId())) {
            then.run();
            return;
        }
        take(under, List.copyOf(under.left()), then);
    }

    private void take(Move under, List<String> rest, Runnable then) {
        if (rest.isEmpty()) {
            settled(under);
            then.run();
            return;
        }
        int mine = epoch;
        String id = rest.get(0);
        RequestBody body = new RequestBody.UpdateConversationField(
                id,
                List.of(
                        new ConversationField.ParticipantsChange("REMOVE", CONSUMER, under.from()),
                        new ConversationField.ParticipantsChange("ADD", CONSUMER, under.to())));
        desk.requests().ask(body, outcome -> {
            if (mine != epoch || outcome instanceof Outcome.Cut) {
                return;
            }
            boolean passes = outcome instanceof Outcome.TimedOut || outcome.code() == 429 || outcome.code() >= 500;
            if (!passes) {
                under.left().remove(id);
            }
            tookAlong |= outcome.isOk();
            if (!outcome.isOk()) {
                desk.complain(
                        Optional.of(id),
                        "This conversation could not be taken along: " + outcome.words()
                                + (passes ? "; /reconnect tries again" : ""));
            }
            take(under, rest.subList(1, rest.size()), then);
        });
    }

    private void settled(Move under) {
        if (under.left().isEmpty() && move == under) {
            move = null;
            desk.tell(new Update.Notice(
                    desk.key(),
                    Optional.empty(),
                    false,
                    "You are signed in as " + shortened(under.to()) + " now"
                            + (tookAlong ? "; your open conversations came along." : ".")));
        }
    }

    /** As the top row has it: enough to tell one's own apart. */
    private static String shortened(String consumerId) {
        return consumerId.substring(0, Math.min(SHOWN, consumerId.length()));
    }
}
