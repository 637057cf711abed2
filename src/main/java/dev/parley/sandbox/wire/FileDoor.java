package dev.parley.sandbox.wire;

import dev.parley.sandbox.faults.Quirk;
import dev.parley.sandbox.service.FileType;
import dev.parley.sandbox.service.Service;
import dev.parley.sandbox.service.Vault;
import dev.parley.time.Time;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;

/**
 * The object store of PROTOCOL.md section 13 ({@code swift}): PUT and GET of files under signed addresses, which are all the
 * right there is. An address that does not hold is answered 401 before anything is read. Event loop.
 */
final class FileDoor {
    /** Also of a slow file by a quirk; ms. */
    private static final long LONGEST = 600_000;

    /** How much goes at once where it goes slowly; bytes. */
    private static final int PIECE = 16 << 10;

    private static final int MOST_AT_ONCE = 32;

    private final Service service;
    private final Time time;
    private final Visits visits;
    private int running;

    FileDoor(Service service, Time time, Visits visits) {
        this.service = service;
        this.time = time;
        this.visits = visits;
    }

    void put(HttpServerRequest request) {
        if (!begin(request, "PUT")) {
            return;
        }
        String length = request.getHeader("Content-Length");
        if (length != null && (!length.matches("[0-9]{1,9}") || Long.parseLong(length) > Vault.MOST_BYTES)) {
            Answers.error(request, 413, "File is larger than 3 MB");
            return;
        }
        Buffer body = Buffer.buffer();
        request.handler(piece -> {
            if (body.length() > Vault.MOST_BYTES) {
                return;
            }
            body.appendBuffer(piece);
            if (body.length() > Vault.MOST_BYTES) {
                Answers.error(request, 413, "File is larger than 3 MB");
            } else {
                slowly(request, piece.length());
            }
        });
        request.endHandler(end -> {
            if (body.length() <= Vault.MOST_BYTES) {
                String path = request.path();
                service.files().put(path, body.getBytes(), outcome -> {
                    if (outcome.status() == 201) {
                        Answers.empty(request, 201);
                    } else {
                        Answers.error(request, outcome.status(), words(outcome.status()));
                    }
                });
            }
        });
    }

    void get(HttpServerRequest request) {
        if (!begin(request, "GET")) {
            return;
        }
        service.files().get(request.path(), outcome -> {
            if (outcome.status() != 200) {
                Answers.error(request, outcome.status(), words(outcome.status()));
                return;
            }
            HttpServerResponse response = request.response()
                    .putHeader("Content-Length", String.valueOf(outcome.bytes().length))
                    .putHeader("Content-Type", FileType.mediaType(outcome.fileType()))
                    .putHeader("Content-Disposition", "attachment")
                    .putHeader("Cache-Control", "no-store")
                    .putHeader("X-Content-Type-Options", "nosniff")
                    .putHeader("Connection", "close");
            write(request, response, Buffer.buffer(outcome.bytes()), 0);
        });
    }

    /** Whether it may go on; if not it has been answered. */
    private boolean begin(HttpServerRequest request, String method) {
        String signature = request.getParam("temp_url_sig", "");
        String expires = request.getParam("temp_url_expires", "");
        if (!service.files().admits(method, request.path(), signature, expires)) {
            Answers.error(request, 401, "This address does not hold, or not any more");
            return false;
        }
        if (running >= MOST_AT_ONCE) {
            Answers.error(request, 503, "Too many files at once");
            return false;
        }
        running++;
        visits.end(request.connection());
        Time.Timer deadline =
                time.after(LONGEST, () -> Tcp.of(request.connection()).cut());
        request.connection().closeHandler(closed -> {
            running--;
            deadline.cancel();
        });
        return true;
    }

    private void slowly(HttpServerRequest request, int length) {
        int pace = service.quirks().number(Quirk.FILE_PACE);
        if (pace > 0) {
            request.pause();
            time.after(length * 1_000L / pace, request::resume);
        }
    }

    private void write(HttpServerRequest request, HttpServerResponse response, Buffer bytes, int from) {
        if (response.closed()) {
            return;
        }
        int pace = service.quirks().number(Quirk.FILE_PACE);
        int end = pace > 0 ? Math.min(bytes.length(), from + PIECE) : bytes.length();
        Buffer piece = bytes.slice(from, end);
        if (end == bytes.length()) {
            response.end(piece).onSuccess(sent -> Tcp.of(request.connection()).cut());
        } else {
            response.write(piece);
            time.after(piece.length() * 1_000L / pace, () -> write(request, response, bytes, end));
        }
    }

    private static String words(int status) {
        return switch (status) {
            case 404 -> "File not found";
            case 413 -> "File is empty, larger than 3 MB, or there is no room for it";
            case 415 -> "File is not of the type that was announced";
            default -> "File could not be kept";
        };
    }
}
