package dev.parley.sandbox.faults;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What a rule can do, in the order in which the help lists it. Here, and only here, each verb says what it means. */
public enum Verb {
    DELAY("delay", ":<ms>", "waits; what does not wait overtakes", Place.values()),
    DROP_REQUEST("drop-request", "", "never taken in, never answered", Place.REQUEST),
    COMMIT("commit", "", "taken in here; the verbs behind it come when it is on the disk", Place.REQUEST),
    DROP_RESPONSE("drop-response", "", "taken in, never answered", Place.REQUEST),
    DROP("drop", "", "the notification is not sent", Place.NOTIFICATION),
    DUPLICATE("duplicate", "", "sent twice", Place.REQUEST, Place.NOTIFICATION),
    REORDER(
            "reorder",
            "",
            "changes are turned round; a lone one goes behind the next frame, or out after 1 s",
            Place.REQUEST,
            Place.NOTIFICATION),
    SKIP_SEQ("skip-seq", "[:ever]", "the events named are left out, now or in every history too", Place.NOTIFICATION),
    REPLAY_ALL(
            "replay-all",
            "",
            "then the whole history of every dialog the socket hears",
            Place.REQUEST,
            Place.NOTIFICATION,
            Place.SOCKET),
    UNKNOWN_TYPE(
            "unknown-type",
            "",
            "events become of a type nobody knows, other frames themselves",
            Place.REQUEST,
            Place.NOTIFICATION),
    EXTRA_FIELDS("extra-fields", "", "members nobody knows, at each level", Place.REQUEST, Place.NOTIFICATION),
    WRONG_REQ_ID("wrong-reqId", "", "the answer is to a request nobody sent", Place.REQUEST),
    HUGE("huge", ":<n>", "padded with n characters (at most 20000000)", Place.REQUEST, Place.NOTIFICATION),
    MALFORMED(
            "malformed",
            "",
            "cut in the middle: no JSON, at a door no HTTP",
            Place.REQUEST,
            Place.NOTIFICATION,
            Place.DOOR),
    CLOSE(
            "close",
            ":<code>[:<reason>]",
            "1006 cuts without a close frame, 1005 closes without a code; at a door only 1006",
            Place.values()),
    RST("rst", "", "the connection is reset", Place.values()),
    STALL("stall", "", "silent both ways from here on, and still up", Place.values()),
    HTTP(
            "http",
            ":<status>[-html]",
            "that status, with -html a page of somebody else's; as an answer that code",
            Place.DOOR,
            Place.REQUEST),
    EXPIRE_JWT(
            "expire-jwt",
            "",
            "the consumer's tokens so far count as expired",
            Place.REQUEST,
            Place.SOCKET,
            Place.UPGRADE),
    NO_HEADER("no-header", "", "the token's header is lost on the way, as behind a proxy", Place.UPGRADE),
    BURST("burst", ":<n>[:<per second>]", "the agent says n messages at that pace (5000)", Place.REQUEST, Place.SOCKET);

    /** Where something can be done; a verb stands only where it makes sense. */
    public enum Place {
        REQUEST,
        NOTIFICATION,
        /** A socket as such: {@code on} is socket or now. */
        SOCKET,
        /** An HTTP request: {@code on} is upgrade, domains, signup, authorize, authenticate, upload, download or form. */
        DOOR,
        /** That door alone. */
        UPGRADE
    }

    private final String word;
    private final String argument;
    private final String meaning;
    private final Set<Place> places = EnumSet.noneOf(Place.class);

    Verb(String word, String argument, String meaning, Place... places) {
        this.word = word;
        this.argument = argument;
        this.meaning = meaning;
        this.places.addAll(Arrays.asList(places));
    }

    static Optional<Verb> of(String word) {
        return Arrays.stream(values()).filter(verb -> verb.word.equals(word)).findFirst();
    }

    boolean fits(Place place) {
        return places.contains(place) || place == Place.UPGRADE && places.contains(Place.DOOR);
    }

    /** As it is written: the word with its argument. */
    String form() {
        return word + argument;
    }

    String meaning() {
        return meaning;
    }

    /** Whether it concerns what is answered, so that the request must have been taken in before. */
    boolean needsAnswer() {
        return switch (this) {
            case DROP_RESPONSE,
                    DUPLICATE,
                    REORDER,
                    UNKNOWN_TYPE,
                    EXTRA_FIELDS,
                    WRONG_REQ_ID,
                    HUGE,
                    MALFORMED,
                    REPLAY_ALL -> true;
            default -> false;
        };
    }

    /** Whether a request does not get any further by itself. */
    boolean ends() {
        return switch (this) {
            case DROP_REQUEST, CLOSE, RST, STALL, HTTP -> true;
            default -> false;
        };
    }
}
