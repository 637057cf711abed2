package dev.parley.session;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells in time that a token ends: at four fifths of its life, by the service's clock. Then it is renewed where there is a
 * way to it; where there is none, as signing up again would make another consumer of this one (PROTOCOL.md 2.1, flow A),
 * the person is told. One consumer's; event loop.
 */
final class TokenLife {
    private final ServerClock clock;
    private final Consumer<String> warn;
    private @Nullable Token watched;
    private Instant begun = Instant.MAX;
    private String afterwards = "";
    private @Nullable Runnable renewal;

    TokenLife(ServerClock clock, Consumer<String> warn) {
        this.clock = clock;
        this.warn = warn;
        clock.onMeasured(this::look);
    }

    /** @param afterwards what the person can do then, as the end of a sentence */
    void watch(Token token, String afterwards) {
        watch(token, afterwards, null);
    }

    /** @param renewal runs once when it is time */
    void watch(Token token, Runnable renewal) {
        watch(token, "", renewal);
    }

    private void watch(Token token, String then, @Nullable Runnable inTime) {
        if (watched == null || !watched.secret().sameAs(token.secret())) {
            watched = token;
            begun = Instant.MAX;
            afterwards = then;
            renewal = inTime;
            look();
        }
    }

    private void look() {
        Token token = watched;
        Optional<Instant> now = clock.now();
        if (token == null || now.isEmpty() || token.expires().isEmpty() || begun.equals(Instant.MIN)) {
            return;
        }
        if (begun.equals(Instant.MAX)) {
            begun = token.issued().filter(now.get()::isAfter).orElse(now.get());
        }
        Instant end = token.expires().get();
        Duration left = Duration.between(now.get(), end);
        if (left.compareTo(Duration.between(begun, end).dividedBy(5)) <= 0) {
            // Said once.
            begun = Instant.MIN;
            Runnable step = renewal;
            if (step != null) {
                step.run();
                return;
            }
            warn.accept(
                    left.isNegative()
                            ? "This consumer's token has expired: when the connection ends, " + afterwards
                            : "This consumer's token expires in " + Spoken.duration(left) + ": then " + afterwards);
        }
    }
}
