package dev.parley.terminal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** The corpus of attack strings: what an agent, or whoever sits between, may say. */
public record Attack(String name, String text) {
    private static final int LONGEST = 4_000;

    /** All of them, those that repeat cut to a page or two. */
    public static List<Attack> all() {
        try (InputStream in =
                Objects.requireNonNull(Attack.class.getResourceAsStream("/dev/parley/text/attack-strings.json"))) {
            List<Attack> all = new ArrayList<>();
            for (JsonNode entry : new ObjectMapper().readTree(in)) {
                if (entry.has("text")) {
                    String text = entry.get("text").asText();
                    int times = Math.min(entry.path("repeat").asInt(1), 1 + LONGEST / Math.max(1, text.length()));
                    all.add(new Attack(entry.get("name").asText(), text.repeat(times)));
                }
            }
            return all;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
