package dev.parley.sandbox.wire;

import dev.parley.sandbox.faults.FaultRule;
import dev.parley.sandbox.faults.Step;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** One HTTP request a rule struck at. Event loop. */
final class DoorTrouble {
    private static final byte[] GARBAGE = "\u0000\u0001this is not HTTP\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

    private final Trouble trouble;
    private final HttpServerRequest request;
    private final Optional<String> consumer;
    private final FaultRule rule;
    private final Runnable usual;
    private int next;

    /** @param usual what happens when the rule lets it through */
    DoorTrouble(Trouble trouble, HttpServerRequest request, Optional<String> consumer, FaultRule rule, Runnable usual) {
        this.trouble = trouble;
        this.request = request;
        this.consumer = consumer;
        this.rule = rule;
        this.usual = usual;
        request.pause();
    }

    void run() {
        while (next < rule.before().size()) {
            Step step = rule.before().get(next++);
            switch (step.verb()) {
                case DELAY -> {
                    trouble.time.after(step.number(), this::run);
                    return;
                }
                case EXPIRE_JWT -> consumer.ifPresent(trouble.service.logins()::endTokens);
                case NO_HEADER -> request.headers().remove("Authorization");
                case HTTP -> {
                    answer(step);
                    return;
                }
                case MALFORMED -> {
                    Tcp tcp = Tcp.of(request.connection());
                    tcp.write(GARBAGE);
                    tcp.cut();
                    return;
                }
                case CLOSE -> {
                    Tcp.of(request.connection()).cut();
                    return;
                }
                case RST -> {
                    Tcp.of(request.connection()).reset();
                    return;
                }
                // STALL, the one that is left: no answer, and the connection stays up.
                default -> {
                    return;
                }
            }
        }
        request.resume();
        usual.run();
    }

    private void answer(Step step) {
        request.resume();
        if (step.number() >= 300 && step.number() < 400) {
            request.response().putHeader("Location", "http://portal.invalid/login");
        }
        if (step.text().equals("html")) {
            Answers.page(
                    request, step.number(), "<!doctype html><title>Welcome</title><p>Please log in to this network.");
        } else {
            Answers.error(request, step.number(), "On purpose");
        }
    }
}
