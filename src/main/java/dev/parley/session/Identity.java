package dev.parley.session;

import dev.parley.conversation.Update;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who one consumer is, and where its services are, as far as either is known yet. Event loop. */
final class Identity {
    private final Desk desk;
    private final SessionOptions options;
    /** Empty before the first sign-in of one whose token was not known. */
    private String consumerId = "";

    private @Nullable Hosts hosts;

    Identity(Desk desk, SessionOptions options) {
        this.desk = desk;
        this.options = options;
    }

    /** Before any connection, from the token alone; where the service is can only be guessed. */
    void expect(Token token) {
        String server =
                options.messagingHost().orElse(String.valueOf(options.server().getAuthority()));
        is(token, server, options.embeddedKey().isPresent());
    }

    /** As the dial found it. */
    void found(Token token, Hosts where) {
        hosts = where;
        is(token, where.messaging().name(), where.sandbox().isPresent());
    }

    private void is(Token token, String server, boolean sandbox) {
        consumerId = token.consumerId();
        desk.tell(
                new Update.ConsumerKnown(desk.key(), options.account(), consumerId, server, sandbox, token.expires()));
    }

    boolean isKnown() {
        return !consumerId.isEmpty();
    }

    /** Empty when not known. */
    String consumerId() {
        return consumerId;
    }

    Reading reading() {
        return new Reading(consumerId, desk.time().now());
    }

    Optional<Endpoint> sandbox() {
        return Optional.ofNullable(hosts).flatMap(Hosts::sandbox);
    }

    Optional<Hosts> hosts() {
        return Optional.ofNullable(hosts);
    }

    Optional<Endpoint> profiles() {
        return Optional.ofNullable(hosts).flatMap(Hosts::profiles);
    }
}
