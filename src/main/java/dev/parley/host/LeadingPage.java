package dev.parley.host;

import dev.parley.text.Link;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;

/** A page of mode 0600 that leads to a link with a secret in it, and goes after a minute. Blocking. */
final class LeadingPage {
    private static final long SECONDS = 60;
    private static final Pattern OURS = Pattern.compile("parley-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.html");

    private LeadingPage() {}

    static Path write(Link link, Path folder) throws IOException {
        PrivateFiles.makeMissing(folder);
        Path real = folder.toRealPath();
        Path page = real.resolve("parley-" + UUID.randomUUID() + ".html");
        // A link's target is plain ASCII, percent-encoded; these two it may have all the same.
        String target = link.target().replace("&", "&amp;").replace("'", "%27");
        try (OutputStream out = PrivateFiles.create(page)) {
            out.write(("<!doctype html><meta name=referrer content=no-referrer><meta http-equiv=refresh content='0;url="
                            + target + "'>")
                    .getBytes(StandardCharsets.US_ASCII));
        }
        page.toFile().deleteOnExit();
        sweep(real, Files.getLastModifiedTime(page).toMillis() - SECONDS * 1_000);
        CompletableFuture.delayedExecutor(SECONDS, TimeUnit.SECONDS).execute(() -> remove(page));
        return page;
    }

    /** What a program that was killed has left. */
    private static void sweep(Path folder, long before) {
        try (DirectoryStream<Path> left = Files.newDirectoryStream(folder, "parley-*.html")) {
            for (Path page : left) {
                if (OURS.matcher(page.getFileName().toString()).matches()
                        && Files.getLastModifiedTime(page, LinkOption.NOFOLLOW_LINKS)
                                        .toMillis()
                                < before) {
                    remove(page);
                }
            }
        } catch (IOException | DirectoryIteratorException unreadable) {
            // It was not ours to begin with.
            return;
        }
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
