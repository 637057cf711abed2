package dev.parley.session;

import dev.parley.conversation.Attached.Saving;
import dev.parley.conversation.Attached.Saving.State;
import dev.parley.conversation.Command;
import dev.parley.conversation.Content;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.FileKind;
import dev.parley.conversation.TimelineEvent.Turn;
import dev.parley.conversation.Update;
import dev.parley.protocol.Event;
import dev.parley.protocol.RequestBody;
import dev.parley.session.Freight.Fetched;
import dev.parley.session.Freight.Into;
import dev.parley.session.Freight.Moving;
import dev.parley.text.SafeName;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Files of the history on their way to the disk (PROTOCOL.md section 13, RELIABILITY.md 3.4). Event loop. */
final class Saves {
    /** Agents may send more than consumers; more than this nobody means. */
    static final long MOST_BYTES = 50L << 20;

    private static final int STEPS = 20;

    private record Where(String conversationId, String dialogId, long sequence) {}

    private static final class Job {
        final Where where;
        final Turn turn;
        final Content.File file;
        final Into into;
        boolean renewed;
        boolean stopped;
        long told;

        @Nullable
        Moving<Fetched> moving;

        Job(Where where, Turn turn, Content.File file, Into into) {
            this.where = where;
            this.turn = turn;
            this.file = file;
            this.into = into;
        }
    }

    private final Desk desk;
    private final Freight freight;
    private final Supplier<Optional<Hosts>> hosts;
    private final Insisting insisting;
    private final Map<Where, Job> jobs = new HashMap<>();

    Saves(Desk desk, Freight freight, Supplier<Optional<Hosts>> hosts) {
        this.desk = desk;
        this.freight = freight;
        this.hosts = hosts;
        this.insisting = new Insisting(desk);
    }

    void save(Command.SaveFile save) {
        Where where = new Where(save.conversationId(), save.dialogId(), save.sequence());
        Turn turn = desk.turn(save.conversationId(), save.dialogId(), save.sequence())
                .orElse(null);
        if (jobs.containsKey(where)) {
            return;
        }
        if (turn == null || !(turn.content() instanceof Content.File file)) {
            desk.complain(Optional.of(save.conversationId()), "There is no file there any more.");
            return;
        }
        try {
            String name = SafeName.of(file.caption(), file.relativePath(), file.fileType());
            Job job = new Job(where, turn, file, new Into(Path.of(save.folder()), name, MOST_BYTES));
            jobs.put(where, job);
            tell(job, State.RUNNING, 0, -1, "");
            address(job);
        } catch (InvalidPathException unusable) {
            desk.complain(Optional.of(save.conversationId()), "The download folder has no path that could be used.");
        }
    }

    void stop(Command.StopSaving stop) {
        Job job = jobs.get(new Where(stop.conversationId(), stop.dialogId(), stop.sequence()));
        if (job != null) {
            job.stopped = true;
            end(job, State.STOPPED, 0, "");
            Moving<Fetched> moving = job.moving;
            if (moving != null) {
                moving.cancel();
            }
        }
    }

    private void address(Job job) {
        insisting.ask(new RequestBody.GenerateUrlForDownloadFile(job.file.relativePath()), outcome -> {
            Optional<SignedUrl> url = SignedUrl.of(outcome.body());
            Optional<Hosts> where = hosts.get();
            Optional<Endpoint> swift = where.flatMap(Hosts::swift);
            if (job.stopped) {
                return;
            }
            if (!outcome.isOk()) {
                fail(job, outcome.words());
            } else if (url.isEmpty() || where.isEmpty()) {
                fail(job, "the service gives no address to get it from");
            } else if (swift.isEmpty()) {
                fail(job, "this account names no file store");
            } else {
                fetch(job, swift.get(), url.get(), where.get().isEmulator());
            }
        });
    }

    private void fetch(Job job, Endpoint swift, SignedUrl url, boolean emulator) {
        Moving<Fetched> moving =
                freight.fetch(swift, url.target(), emulator, job.into, (got, all) -> progress(job, got, all));
        job.moving = moving;
        moving.done()
                .onSuccess(fetched -> {
                    if (!job.stopped) {
                        fetched(job, fetched);
                    }
                })
                .onFailure(failure -> {
                    if (!job.stopped) {
                        fail(job, failure instanceof Trouble known ? known.sentence() : "it could not be fetched");
                    }
                });
    }

    private void progress(Job job, long got, long all) {
        long whole = all > 0 ? all : MOST_BYTES;
        if (!job.stopped && got * STEPS / whole > job.told * STEPS / whole) {
            job.told = got;
            tell(job, State.RUNNING, got, all, "");
        }
    }

    private void fetched(Job job, Fetched fetched) {
        if (fetched.status() == 401 && !job.renewed) {
            job.renewed = true;
            address(job);
        } else if (fetched.status() != 200) {
            fail(job, "the file store does not give it (" + fetched.status() + ")");
        } else {
            String other = FileKind.otherThan(job.file.fileType(), fetched.head())
                    .map(found -> "; by its bytes it is " + found)
                    .orElse("");
            end(job, State.SAVED, fetched.size(), fetched.file() + other);
            opened(job);
        }
    }

    /** PROTOCOL.md 8.3: only of what others sent, and where something can still be said. */
    private void opened(Job job) {
        boolean open = desk.conversation(job.where.conversationId())
                .filter(Conversation::isOpen)
                .isPresent();
        if (open && !job.turn.who().self()) {
            RequestBody body = new RequestBody.PublishEvent(
                    job.where.dialogId(),
                    Optional.of(job.where.conversationId()),
                    new Event.AcceptStatusEvent("ACCESS", List.of(job.where.sequence())));
            insisting.ask(body, outcome -> {});
        }
    }

    private void fail(Job job, String why) {
        end(job, State.FAILED, 0, why);
    }

    private void end(Job job, State state, long got, String words) {
        jobs.remove(job.where);
        tell(job, state, got, got, words);
    }

    private void tell(Job job, State state, long got, long all, String words) {
        Where where = job.where;
        desk.tell(new Update.SavingChanged(
                desk.key(),
                where.conversationId(),
                where.dialogId(),
                where.sequence(),
                new Saving(state, got, all, words)));
    }
}
