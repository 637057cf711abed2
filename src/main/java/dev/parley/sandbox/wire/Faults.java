package dev.parley.sandbox.wire;

import dev.parley.sandbox.faults.FaultRefused;
import dev.parley.sandbox.faults.FaultRule;
import dev.parley.sandbox.faults.FaultScript;
import dev.parley.sandbox.faults.Occasion;
import dev.parley.sandbox.faults.RuleBook;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * What goes wrong between a client and the service, on purpose: for tests and demonstrations. Any thread; what a method
 * returns completes on the sandbox's loop when it is in force.
 *
 * <p>The words of a script are those of {@link FaultRule} and {@link dev.parley.sandbox.faults.FaultHelp}.
 */
public final class Faults {
    private final Server server;
    private final Trouble trouble;
    private final Executor loop;

    Faults(Server server, Trouble trouble, Executor loop) {
        this.server = server;
        this.trouble = trouble;
        this.loop = loop;
    }

    /** These lines come into force beside what is; fails with {@link FaultRefused} at the first bad one, and none does. */
    public Future<Void> script(String lines) {
        try {
            return rules(FaultScript.read("", lines));
        } catch (FaultRefused e) {
            return Future.failedFuture(e);
        }
    }

    public Future<Void> rules(List<FaultRule> rules) {
        return done(() -> inForce(rules));
    }

    /** No rules any more. What was ended, stalled or expired stays so. */
    public Future<Void> clear() {
        return done(trouble.book::clear);
    }

    /** What each rule in force has done so far, in order. */
    public Future<List<RuleBook.Account>> accounts() {
        return ask(trouble.book::accounts);
    }

    /** How often what came in since the start: requests by type, and upgrade, domains, signup, socket. */
    public Future<Map<String, Long>> seen() {
        return ask(trouble::seen);
    }

    /** Every socket falls silent both ways but stays up, as if this process were stopped; so do sockets that come later. */
    public Future<Void> mute() {
        return done(() -> server.mute(true));
    }

    /** What was held back while mute is now read and sent, on stalled sockets too. */
    public Future<Void> unmute() {
        return done(() -> server.mute(false));
    }

    /** Every socket is closed with this code (1000 or 3000 to 4999, or one of the protocol's) and reason. */
    public Future<Void> close(int code, String reason) {
        return done(() -> server.sockets().forEach(socket -> socket.close(code, reason)));
    }

    /** Every upgrade is refused with this HTTP status until {@link #admit}. */
    public Future<Void> refuse(int status) {
        return done(() -> server.refuse(status));
    }

    public Future<Void> admit() {
        return done(() -> server.refuse(0));
    }

    /** On the loop, or before anybody is let in. A rule on {@code now} strikes at once, at every socket it selects, and is gone. */
    public void inForce(List<FaultRule> rules) {
        for (FaultRule rule : rules) {
            if (!rule.selector().on().equals("now")) {
                trouble.book.add(rule);
                continue;
            }
            RuleBook once = new RuleBook();
            once.add(rule);
            for (Socket socket : server.sockets()) {
                Occasion now = Occasion.now(socket.client().consumerId(), trouble.service.dialogsOf(socket.client()));
                once.strike(now).ifPresent(socket::suffer);
            }
        }
    }

    RuleBook book() {
        return trouble.book;
    }

    Map<String, Long> seenSoFar() {
        return trouble.seen();
    }

    private Future<Void> done(Runnable step) {
        return ask(() -> {
                    step.run();
                    return Optional.empty();
                })
                .mapEmpty();
    }

    private <T> Future<T> ask(Supplier<T> question) {
        Promise<T> answer = Promise.promise();
        loop.execute(() -> {
            try {
                answer.complete(question.get());
            } catch (RuntimeException e) {
                answer.fail(e);
            }
        });
        return answer.future();
    }
}
