package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Command;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.Delivery;
import dev.parley.conversation.FileKind;
import dev.parley.conversation.Outgoing;
import dev.parley.conversation.Place;
import dev.parley.conversation.Update;
import dev.parley.host.GivenFile;
import dev.parley.protocol.Event;
import dev.parley.protocol.Frame;
import dev.parley.protocol.RequestBody;
import dev.parley.session.Freight.Moving;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Files on their way out (PROTOCOL.md section 13): read, an address asked for, put there, said. Each is told as an own
 * message, QUEUED until it is said. Not kept over a restart: the file is still where it was. Event loop.
 */
final class Uploads {
    /** A step of what is shown, in parts of the whole. */
    private static final int STEPS = 20;

    private static final int PREVIEW_CHARACTERS = 30_000;
    private static final int CREATED = 201;
    private static final int MOST_PUBLISHES = 2;
    private static final String UNSETTLED = "nobody knows whether it arrived";
    private static final Outgoing.Upload UNREAD = new Outgoing.Upload("", "", 0, 0);

    /** What is known of one in this run. */
    private static final class Job {
        Outgoing outgoing;
        byte[] bytes = {};
        /** Where it stands in the store; empty before. */
        String relativePath = "";
        /** Whether an address that had expired was asked for anew. */
        boolean renewed;

        int published;

        @Nullable
        Moving<Integer> moving;
        /** Counts attempts: what comes of an earlier one is for nobody. */
        int attempt;

        Job(Outgoing outgoing) {
            this.outgoing = outgoing;
        }

        Outgoing.Upload upload() {
            Outgoing.Upload upload = outgoing.upload();
            return upload == null ? UNREAD : upload;
        }
    }

    private final Desk desk;
    private final Freight freight;
    private final Dialogs dialogs;
    private final Supplier<Optional<Hosts>> hosts;
    private final Insisting insisting;
    private final Map<String, Job> jobs = new LinkedHashMap<>();

    Uploads(Desk desk, Dialogs dialogs, Freight freight, Supplier<Optional<Hosts>> hosts) {
        this.desk = desk;
        this.dialogs = dialogs;
        this.freight = freight;
        this.hosts = hosts;
        this.insisting = new Insisting(desk);
    }

    void attach(Command.Attach attach) {
        if (jobs.containsKey(attach.cid())) {
            return;
        }
        Place place = new Place(desk.key(), attach.conversationId());
        Outgoing first = Outgoing.saving(attach.cid(), place, attach.caption(), attach.at())
                .uploading(new Outgoing.Upload(attach.path(), "", 0, 0));
        Job job = new Job(Meant.now(desk, first));
        jobs.put(attach.cid(), job);
        begin(job);
    }

    /** True when it is one of these. */
    boolean retry(String cid) {
        Job job = jobs.get(cid);
        if (job != null && job.outgoing.delivery() == Delivery.FAILED) {
            job.outgoing = Meant.now(desk, job.outgoing);
            begin(job);
        }
        return job != null;
    }

    /** True when it is one of these. */
    boolean discard(String cid) {
        Job job = jobs.get(cid);
        if (job == null) {
            return false;
        }
        if (job.outgoing.delivery() == Delivery.IN_FLIGHT || job.outgoing.delivery() == Delivery.UNKNOWN) {
            desk.complain(Optional.ofNullable(job.outgoing.place().conversationId()), "It is on its way already.");
            return true;
        }
        jobs.remove(cid);
        job.attempt++;
        Moving<Integer> moving = job.moving;
        if (moving != null) {
            moving.cancel();
        }
        desk.tell(new Update.OutgoingRemoved(desk.key(), cid));
        return true;
    }

    /** The dialog's history is known again: what is in doubt and not in it is said once more. */
    void caughtUp(String dialogId) {
        for (Job job : List.copyOf(jobs.values())) {
            if (job.outgoing.delivery() == Delivery.UNKNOWN
                    && job.outgoing.dialogId().equals(dialogId)) {
                if (isThere(job)) {
                    jobs.remove(job.outgoing.cid());
                } else if (job.published < MOST_PUBLISHES && !dialogs.isRefused(dialogId)) {
                    publish(job);
                } else {
                    fail(job, UNSETTLED);
                }
            }
        }
    }

    /** The model lets go of an own message when its turn has come, known by its id. */
    private boolean isThere(Job job) {
        return desk.consumer().stream()
                .flatMap(consumer -> consumer.outgoing().stream())
                .noneMatch(outgoing -> outgoing.cid().equals(job.outgoing.cid()));
    }

    private void begin(Job job) {
        job.attempt++;
        job.renewed = false;
        job.published = 0;
        change(job, job.outgoing.with(Delivery.QUEUED, ""));
        if (!job.relativePath.isEmpty()) {
            publish(job);
            return;
        }
        int mine = job.attempt;
        freight.read(Path.of(job.upload().path()), FileKind.MOST_BYTES)
                .onSuccess(file -> {
                    if (job.attempt == mine) {
                        read(job, file);
                    }
                })
                .onFailure(failure -> failed(job, mine, failure));
    }

    private void read(Job job, GivenFile file) {
        Optional<String> type = FileKind.of(file.head());
        if (file.size() == 0) {
            fail(job, "it is empty");
        } else if (type.filter(FileKind::isSendable).isEmpty()) {
            fail(
                    job,
                    "only PNG, JPG and GIF pictures can be sent, and by its bytes it is "
                            + type.map(known -> "a " + known + ".").orElse("none of these."));
        } else {
            job.bytes = file.head();
            change(
                    job,
                    job.outgoing.uploading(new Outgoing.Upload(file.path().toString(), type.get(), file.size(), 0)));
            address(job);
        }
    }

    private void address(Job job) {
        int mine = job.attempt;
        Outgoing.Upload upload = job.upload();
        insisting.ask(new RequestBody.GenerateUrlForUploadFile(upload.size(), upload.fileType()), outcome -> {
            if (job.attempt != mine) {
                return;
            }
            Optional<SignedUrl> url = SignedUrl.of(outcome.body());
            if (!outcome.isOk()) {
                fail(job, outcome.words());
            } else if (url.isEmpty()) {
                fail(job, "the service gives no address to put it to");
            } else {
                put(job, url.get());
            }
        });
    }

    private void put(Job job, SignedUrl url) {
        Optional<Hosts> where = hosts.get();
        Optional<Endpoint> swift = where.flatMap(Hosts::swift);
        if (swift.isEmpty()) {
            fail(job, "this account names no file store");
            return;
        }
        int mine = job.attempt;
        Moving<Integer> moving = freight.put(
                swift.get(), url.target(), job.bytes, where.get().isEmulator(), sent -> sent(job, mine, sent));
        job.moving = moving;
        moving.done()
                .onSuccess(status -> {
                    if (job.attempt == mine) {
                        stored(job, url, status);
                    }
                })
                .onFailure(failure -> failed(job, mine, failure));
    }

    private void sent(Job job, int attempt, long sent) {
        Outgoing.Upload upload = job.upload();
        boolean step = sent * STEPS / Math.max(1, upload.size()) > upload.sent() * STEPS / Math.max(1, upload.size());
        if (job.attempt == attempt && step) {
            Outgoing.Upload now = new Outgoing.Upload(upload.path(), upload.fileType(), upload.size(), sent);
            change(job, job.outgoing.uploading(now));
        }
    }

    private void stored(Job job, SignedUrl url, int status) {
        job.moving = null;
        if (status == CREATED || status == 200) {
            job.relativePath = url.relativePath();
            publish(job);
        } else if (status == 401 && !job.renewed) {
            // The address holds for a minute only, and the way there may have taken longer.
            job.renewed = true;
            address(job);
        } else {
            fail(job, "the file store does not take it (" + status + ")");
        }
    }

    private void publish(Job job) {
        Optional<Conversation> conversation =
                Optional.ofNullable(job.outgoing.place().conversationId()).flatMap(desk::conversation);
        if (conversation.filter(Conversation::isOpen).isEmpty()) {
            fail(job, "this conversation is closed");
            return;
        }
        if (Meant.isOver(job.outgoing, conversation.get())) {
            fail(job, Meant.OVER);
            return;
        }
        int mine = job.attempt;
        String id = conversation.get().id();
        String dialogId = conversation.get().dialogId();
        job.published++;
        Outgoing now = job.outgoing.with(Delivery.IN_FLIGHT, "");
        change(job, now);
        RequestBody body = new RequestBody.PublishEvent(
                dialogId, Optional.of(id), new Event.ContentEvent(Contents.FILE, message(job), null));
        desk.requests()
                .ask(
                        body,
                        CardMetadata.naming(now.cid(), null),
                        outcome -> answered(job, mine, dialogId, outcome),
                        late -> answeredLate(job, mine, dialogId, late));
    }

    private void answered(Job job, int attempt, String dialogId, Outcome outcome) {
        if (job.attempt != attempt || jobs.get(job.outgoing.cid()) != job) {
            return;
        }
        if (outcome instanceof Outcome.Answered && outcome.isOk()) {
            JsonNode body = outcome.body();
            jobs.remove(job.outgoing.cid());
            long sequence = body == null ? -1 : body.path("sequence").asLong(-1);
            desk.tell(job.outgoing.acked(dialogId, sequence));
        } else if (outcome instanceof Outcome.Answered) {
            fail(job, outcome.words());
        } else {
            change(job, job.outgoing.inDialog(dialogId).with(Delivery.UNKNOWN, outcome.words()));
            if (outcome instanceof Outcome.TimedOut && !dialogs.again(dialogId)) {
                fail(job, UNSETTLED);
            }
        }
    }

    private void answeredLate(Job job, int attempt, String dialogId, Frame.Response late) {
        JsonNode body = late.body();
        if (late.isError() || body == null || !body.path("sequence").isIntegralNumber()) {
            return;
        }
        if (job.attempt == attempt && jobs.remove(job.outgoing.cid(), job)) {
            desk.tell(job.outgoing.acked(dialogId, body.path("sequence").asLong()));
        }
    }

    private static ObjectNode message(Job job) {
        Outgoing.Upload upload = job.upload();
        ObjectNode message = JsonNodeFactory.instance
                .objectNode()
                .put("caption", job.outgoing.text())
                .put("relativePath", job.relativePath)
                .put("fileType", upload.fileType());
        preview(upload.fileType(), job.bytes).ifPresent(data -> message.put("preview", data));
        return message;
    }

    /** A picture that is small is its own preview; making a smaller one of a large one would take java.desktop along. */
    static Optional<String> preview(String type, byte[] bytes) {
        String kind = type.equals("JPG") ? "jpeg" : type.toLowerCase(Locale.ROOT);
        String head = "data:image/" + kind + ";base64,";
        long length = head.length() + (bytes.length + 2L) / 3 * 4;
        return length >= PREVIEW_CHARACTERS
                ? Optional.empty()
                : Optional.of(head + Base64.getEncoder().encodeToString(bytes));
    }

    private void failed(Job job, int attempt, Throwable failure) {
        if (job.attempt == attempt) {
            job.moving = null;
            fail(job, failure instanceof Trouble trouble ? trouble.sentence() : "it could not be sent");
        }
    }

    private void fail(Job job, String why) {
        Outgoing.Upload upload = job.upload();
        change(
                job,
                job.outgoing
                        .uploading(new Outgoing.Upload(upload.path(), upload.fileType(), upload.size(), 0))
                        .with(Delivery.FAILED, why));
    }

    private void change(Job job, Outgoing outgoing) {
        job.outgoing = outgoing;
        desk.tell(outgoing);
    }
}
