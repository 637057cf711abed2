package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.faults.Quirk;
import dev.parley.sandbox.faults.Quirks;
import dev.parley.time.Time;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;

/**
 * Files of consumers and agents, PROTOCOL.md section 13: where one may be put or fetched for a minute, and both. Whoever has a
 * signed address needs no token; nobody gets one for a file that is neither theirs nor shown to them. Sandbox's event loop.
 */
public final class SharedFiles {
    /** How long a signed address holds; s. */
    static final long LIFE = 60;

    /** Of all files together. */
    private static final long MOST_BYTES = 256L << 20;

    private static final int MOST_OFFERS = 20;

    /** What came of a request at the door: 201, 200 with the bytes and their type, or an error. */
    public record Outcome(int status, String fileType, byte[] bytes) {}

    private final String account;
    private final Conversations conversations;
    private final Ledger ledger;
    private final Vault vault;
    private final UrlSigner signer;
    private final Time time;
    private final Quirks quirks;

    SharedFiles(
            String account,
            Conversations conversations,
            Ledger ledger,
            Vault vault,
            UrlSigner signer,
            Time time,
            Quirks quirks) {
        this.account = account;
        this.conversations = conversations;
        this.ledger = ledger;
        this.vault = vault;
        this.signer = signer;
        this.time = time;
        this.quirks = quirks;
    }

    Answer uploadUrl(String consumer, JsonNode body) {
        String type = Bodies.text(body, "fileType").orElse("").toUpperCase(Locale.ROOT);
        if (!FileType.mayUpload(type, quirks.is(Quirk.FILE_TYPES, "documents"))) {
            throw new Refusal(400, "File type is not supported");
        }
        OptionalLong size = size(body.path("fileSize"));
        if (size.isEmpty() || size.getAsLong() < 1) {
            throw new Refusal(400, "File size is not valid");
        }
        if (size.getAsLong() > Vault.MOST_BYTES) {
            throw new Refusal(400, "File is larger than 3 MB");
        }
        FileRecords records = conversations.state().files();
        if (records.bytes() + size.getAsLong() > MOST_BYTES) {
            throw new Refusal(503, "File storage is full");
        }
        if (records.openOffers(consumer, now() - LIFE * 1_000) >= MOST_OFFERS) {
            throw new Refusal(429, "Too many uploads at once");
        }
        String path = FilePaths.make(account, conversations.newId(), type);
        conversations.keep(new LedgerEntry.FileOffered(path, consumer, type, size.getAsLong(), now()));
        return url("PUT", path);
    }

    /** The number may come as a text (PROTOCOL.md section 13). */
    private static OptionalLong size(JsonNode value) {
        String digits = value.asText("");
        return digits.matches("[0-9]{1,15}") ? OptionalLong.of(Long.parseLong(digits)) : OptionalLong.empty();
    }

    Answer downloadUrl(String consumer, JsonNode body) {
        String path = Bodies.text(body, "relativePath").orElse("");
        FileRecords records = conversations.state().files();
        boolean own =
                records.stored(path).filter(it -> it.owner().equals(consumer)).isPresent();
        boolean shown = records.stored(path).isPresent()
                && records.shownIn(path).stream()
                        .flatMap(id -> conversations.state().conversation(id).stream())
                        .anyMatch(conversation -> conversation.consumerId().equals(consumer));
        if (!own && !shown) {
            throw new Refusal(404, "File not found");
        }
        return url("GET", path);
    }

    private Answer url(String method, String path) {
        long expires = time.now().getEpochSecond() + LIFE;
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("relativePath", path);
        json.putObject("queryParams")
                .put("temp_url_sig", signer.sign(method, path, expires))
                .put("temp_url_expires", String.valueOf(expires));
        return new Answer("ms.GenerateURLResponse", json);
    }

    /** Whether this address may be used now. To be asked before any bytes are read. */
    public boolean admits(String method, String path, String signature, String expires) {
        return signer.admits(method, path, signature, expires, time.now().getEpochSecond());
    }

    /** Keeps what was put there; told when it is on the disk and in the ledger. */
    public void put(String path, byte[] bytes, Consumer<Outcome> then) {
        FileRecords records = conversations.state().files();
        Optional<LedgerEntry.FileOffered> offer = records.offered(path);
        String owner = offer.map(LedgerEntry.FileOffered::owner)
                .or(() -> records.stored(path).map(LedgerEntry.FileStored::owner))
                .orElse("");
        String type = offer.map(LedgerEntry.FileOffered::fileType)
                .or(() -> records.stored(path).map(LedgerEntry.FileStored::fileType))
                .orElse("");
        if (owner.isEmpty()) {
            then.accept(failed(404));
        } else if (bytes.length == 0
                || bytes.length > Vault.MOST_BYTES
                || records.bytes() + bytes.length > MOST_BYTES) {
            then.accept(failed(413));
        } else if (!FileType.fits(type, bytes)) {
            then.accept(failed(415));
        } else {
            vault.put(path, bytes, trouble -> {
                if (trouble.isPresent()) {
                    then.accept(failed(503));
                    return;
                }
                conversations.keepFile(path, owner, type, bytes.length, now());
                ledger.afterwards(() -> then.accept(new Outcome(201, type, new byte[0])));
            });
        }
    }

    public void get(String path, Consumer<Outcome> then) {
        Optional<LedgerEntry.FileStored> file = conversations.state().files().stored(path);
        if (file.isEmpty()) {
            then.accept(failed(404));
            return;
        }
        vault.get(
                path,
                read -> then.accept(read.bytes()
                        .map(bytes -> new Outcome(200, file.get().fileType(), bytes))
                        .orElseGet(() -> failed(404))));
    }

    private static Outcome failed(int status) {
        return new Outcome(status, "", new byte[0]);
    }

    private long now() {
        return time.now().toEpochMilli();
    }
}
