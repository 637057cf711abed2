package dev.parley.session;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** What is on its way between a client and the fake service, either way, in order. */
final class FakeQueue {
    /** @param request whether it is the client's */
    private record Job(boolean request, Runnable run) {}

    private final Deque<Job> later = new ArrayDeque<>();

    void add(Runnable run) {
        later.add(new Job(false, run));
    }

    void request(Runnable run) {
        later.add(new Job(true, run));
    }

    /** One more thing happens. False when there is none. */
    boolean step() {
        Job next = later.poll();
        if (next != null) {
            next.run().run();
        }
        return next != null;
    }

    /** Nobody is there any more to get anything. @param arrives whether requests still do */
    void abandon(boolean arrives) {
        List<Job> pending = List.copyOf(later);
        later.clear();
        if (arrives) {
            pending.stream().filter(Job::request).forEach(job -> job.run().run());
        }
        later.clear();
    }
}
