package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.protocol.Frame;
import dev.parley.protocol.RequestBody;
import dev.parley.time.Time;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Requests in flight, matched with their answers by id alone (PROTOCOL.md 4.2). Event loop. */
final class Requests {
    private static final long PATIENCE_MILLIS = 10_000;
    private static final int LATE_REMEMBERED = 100;

    private record Pending(Consumer<Outcome> end, Consumer<Frame.Response> late, Time.Timer timeout) {}

    private final Time time;
    private final Consumer<Frame.Request> out;
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    /** Timed out on this socket; bounded. */
    private final Map<String, Consumer<Frame.Response>> overdue = new LinkedHashMap<>();

    private long asked;
    private long strays;
    private boolean open;

    Requests(Time time, Consumer<Frame.Request> out) {
        this.time = time;
        this.out = out;
    }

    void opened() {
        open = true;
    }

    /** Every pending request ends here. */
    void closed() {
        open = false;
        overdue.clear();
        List<Pending> cut = new ArrayList<>(pending.values());
        pending.clear();
        cut.forEach(each -> {
            each.timeout().cancel();
            each.end().accept(new Outcome.Cut());
        });
    }

    void ask(RequestBody body, Consumer<Outcome> end) {
        ask(body, null, end, late -> {});
    }

    /** @param late gets an answer that comes after the time-out, on the same socket */
    void ask(RequestBody body, @Nullable JsonNode metadata, Consumer<Outcome> end, Consumer<Frame.Response> late) {
        if (!open) {
            end.accept(new Outcome.Cut());
            return;
        }
        String id = "p" + ++asked;
        pending.put(id, new Pending(end, late, time.after(PATIENCE_MILLIS, () -> timedOut(id))));
        out.accept(new Frame.Request(id, body, List.of(), metadata));
    }

    void answered(Frame.Response response) {
        Pending waiting = pending.remove(response.reqId());
        if (waiting != null) {
            waiting.timeout().cancel();
            waiting.end().accept(new Outcome.Answered(response));
            return;
        }
        strays++;
        Consumer<Frame.Response> late = overdue.remove(response.reqId());
        if (late != null) {
            late.accept(response);
        }
    }

    int inFlight() {
        return pending.size();
    }

    /** Answers that nobody waited for (any more). */
    long strays() {
        return strays;
    }

    private void timedOut(String id) {
        Pending waiting = pending.remove(id);
        if (waiting != null) {
            if (overdue.size() >= LATE_REMEMBERED) {
                overdue.remove(overdue.keySet().iterator().next());
            }
            overdue.put(id, waiting.late());
            waiting.end().accept(new Outcome.TimedOut());
        }
    }
}
