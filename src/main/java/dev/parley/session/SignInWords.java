package dev.parley.session;

import dev.parley.conversation.ConsumerKey;
import dev.parley.session.Trouble.Hope;
import java.nio.file.Path;
import java.util.Optional;

/** What a person is told when a token is of no use, and what can be done then. */
final class SignInWords {
    private final Optional<Path> kept;

    /** @param kept the file in which tokens are kept, if any are */
    SignInWords(Optional<Path> kept) {
        this.kept = kept;
    }

    /** What comes when it has expired. */
    String afterwards(boolean given, boolean embedded) {
        if (given) {
            return "the service takes no new connection with it. Start again with a new one.";
        }
        return embedded
                ? "a new consumer signs up in its place."
                : "the service no longer knows this consumer. /new --consumer new adds another.";
    }

    Trouble refusesGiven(int status) {
        return new Trouble(
                Hope.NONE, "the service refuses the token that was given (" + status + "): start with a new one");
    }

    Trouble refusesNew(int status) {
        return new Trouble(
                Hope.NONE, "the service refuses even a new token (" + status + "): /reconnect asks for another");
    }

    Trouble wantsNew(int status) {
        return new Trouble(Hope.SOON, "the service wants a new token (" + status + ")");
    }

    Trouble forgotten(int status) {
        return new Trouble(Hope.SOON, "the sandbox has forgotten this consumer (" + status + ")");
    }

    Trouble unknown(int status) {
        String anew = kept.map(file -> ", or remove " + file + " to begin with none kept")
                .orElse("");
        return new Trouble(
                Hope.NONE,
                "the service no longer knows this consumer (" + status + "): /new --consumer new adds another" + anew);
    }

    /** A kept token may be damaged, e.g. by the disk: the person never saw it, and is told where it is. */
    Trouble unreadable(String problem, boolean given) {
        String where = kept.filter(file -> !given)
                .map(file -> " It is kept in " + file + ". /new --consumer new adds another consumer.")
                .orElse("");
        return new Trouble(Hope.NONE, problem + where);
    }

    static Trouble taken(ConsumerKey other) {
        return new Trouble(Hope.NONE, "consumer " + other.number() + " here is the same person already");
    }
}
