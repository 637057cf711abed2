package dev.parley.session;

import dev.parley.conversation.Ports;
import dev.parley.host.Secret;
import dev.parley.time.Time;
import java.net.URI;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.random.RandomGenerator;

/**
 * What the sessions of one client have in common.
 *
 * @param server where domains are looked up; http only to loopback, see {@link ClearText}
 * @param messagingHost LP_ASYNCMESSAGINGENT, in place of what the lookup says
 * @param idpHost LP_IDP, likewise
 * @param token consumer 1's, where the person gave one
 * @param consumers how many to start, 1 or more: the first ones kept, the rest signed up; empty: all that are kept, at
 *     least one
 * @param embeddedKey what the embedded sandbox asks for at sign-up
 * @param random for jitter
 * @param readOnly why nothing is sent and no connection made: another Parley has the state; empty as a rule
 * @param signing how consumers sign in
 */
public record SessionOptions(
        String account,
        URI server,
        Optional<String> messagingHost,
        Optional<String> idpHost,
        Optional<Secret> token,
        OptionalInt consumers,
        Optional<Secret> embeddedKey,
        Credentials credentials,
        Ports.Factory ports,
        Time time,
        RandomGenerator random,
        Optional<String> readOnly,
        Guards guards,
        Signing signing) {
    /** Where LivePerson's accounts are looked up. */
    public static final URI LIVEPERSON = URI.create("https://api.liveperson.net");

    public SessionOptions {
        if (consumers.orElse(1) < 1) {
            throw new IllegalArgumentException("at least one consumer");
        }
    }

    /** Where consumers sign up. */
    public SessionOptions(
            String account,
            URI server,
            Optional<String> messagingHost,
            Optional<String> idpHost,
            Optional<Secret> token,
            OptionalInt consumers,
            Optional<Secret> embeddedKey,
            Credentials credentials,
            Ports.Factory ports,
            Time time,
            RandomGenerator random,
            Optional<String> readOnly,
            Guards guards) {
        this(
                account,
                server,
                messagingHost,
                idpHost,
                token,
                consumers,
                embeddedKey,
                credentials,
                ports,
                time,
                random,
                readOnly,
                guards,
                Signing.UP);
    }
}
