package dev.parley.host;

import dev.parley.text.Link;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A page of mode 0600 that leads to a link with a secret in it, and goes after a minute. Blocking. */
final class LeadingPage {
    private static final long SECONDS = 60;

    private LeadingPage() {}

    static Path write(Link link, Path folder) throws IOException {
        PrivateFiles.makeMissing(folder);
        Path page = folder.toRealPath().resolve("parley-" + UUID.randomUUID() + ".html");
        // A link's target is plain ASCII, percent-encoded; these two it may have all the same.
        String target = link.target().replace("&", "&amp;").replace("'", "%27");
        try (OutputStream out = PrivateFiles.create(page)) {
            out.write(("<!doctype html><meta name=referrer content=no-referrer><meta http-equiv=refresh content='0;url="
                            + target + "'>")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        page.toFile().deleteOnExit();
        CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS).execute(() -> remove(page));
        return page;
    }

    private static void remove(Path page) {
        try {
            Files.deleteIfExists(page);
        } catch (IOException stays) {
            // At the end of the program it is tried again.
            page.toFile().deleteOnExit();
        }
    }
}
