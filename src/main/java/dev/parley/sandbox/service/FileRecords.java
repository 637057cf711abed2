package dev.parley.sandbox.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which files there are and whose they are (PROTOCOL.md section 13); the bytes are elsewhere. Changed only by {@link State},
 * read on the sandbox's event loop.
 */
final class FileRecords {
    /** PROTOCOL.md 8.1. */
    static final String CONTENT_TYPE = "hosted/file";

    private final Map<String, LedgerEntry.FileOffered> offered = new LinkedHashMap<>();
    private final Map<String, LedgerEntry.FileStored> stored = new HashMap<>();

    /** In which conversations everybody was shown a file, by its path. */
    private final Map<String, Set<String>> shown = new HashMap<>();

    private long bytes;

    void apply(LedgerEntry entry) {
        if (entry instanceof LedgerEntry.FileOffered offer) {
            offered.put(offer.path(), offer);
        } else if (entry instanceof LedgerEntry.FileStored file) {
            offered.remove(file.path());
            LedgerEntry.FileStored old = stored.put(file.path(), file);
            bytes += file.size() - (old == null ? 0 : old.size());
        } else if (entry instanceof LedgerEntry.Published published && published.audience() == null) {
            JsonNode event = published.event();
            if (event.path("contentType").asText().equals(CONTENT_TYPE)) {
                shown.computeIfAbsent(event.path("message").path("relativePath").asText(), path -> new HashSet<>())
                        .add(published.conversationId());
            }
        }
    }

    Set<String> shownIn(String path) {
        return shown.getOrDefault(path, Set.of());
    }

    /** Where a file may be put, as long as nothing was. */
    Optional<LedgerEntry.FileOffered> offered(String path) {
        return Optional.ofNullable(offered.get(path));
    }

    /** How many places were offered to this consumer since then and have not been used; epoch ms. */
    long openOffers(String owner, long since) {
        return offered.values().stream()
                .filter(offer -> offer.at() >= since && offer.owner().equals(owner))
                .count();
    }

    Optional<LedgerEntry.FileStored> stored(String path) {
        return Optional.ofNullable(stored.get(path));
    }

    Collection<String> paths() {
        return stored.keySet();
    }

    /** Of all files together. */
    long bytes() {
        return bytes;
    }
}
