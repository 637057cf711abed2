package dev.parley.fuzz;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/** What a fuzzer starts from. */
final class Seeds {
    private static final Path KEPT = Path.of("src", "test", "resources", "dev", "parley", "fuzz");
    private static final int LONGEST = 4_096;

    private Seeds() {}

    /** Where inputs are kept that once broke it. */
    static Path kept(Target target) {
        return KEPT.resolve(target.folder());
    }

    /** The attack strings, the example frames, files that are well formed, what is kept. */
    static List<byte[]> of(Target target) throws IOException {
        List<byte[]> seeds = new ArrayList<>(target.seeds());
        seeds.addAll(List.of(new byte[0], new byte[] {0}));
        for (JsonNode attack : new ObjectMapper().readTree(resource("/dev/parley/text/attack-strings.json"))) {
            if (attack.has("bytes_hex")) {
                seeds.add(HexFormat.of().parseHex(attack.get("bytes_hex").asText()));
            } else {
                String text = attack.get("text").asText();
                seeds.add(Raw.bytes(text.substring(0, Math.min(LONGEST, text.length()))));
            }
        }
        text(resource("/dev/parley/protocol/examples.txt"))
                .lines()
                .forEach(line -> seeds.add(Raw.bytes(line.substring(line.indexOf(' ') + 1))));
        seeds.add(resource("/themes/high-contrast.properties"));
        seeds.add(Raw.bytes("see https://b\u00fccher.example:8443/a(b)?c=d#e, mailto:a@b.example or tel:+49-30-1 ."));
        seeds.add(Raw.bytes("http://user@127.0.0.1\\@\u0430pple.com/%2e%2e https://[::1]/ HTTPS://x\u3002y"));
        seeds.add(Raw.bytes("account = 1\nprofile.work.consumers = 3\nkey.quit = Ctrl-X, Alt-Q\n"));
        seeds.add(Raw.bytes("LP_ACCOUNT=1\nexport LP_JWT='e.y.J' # mine\n"));
        seeds.add(Raw.bytes(
                "\033[A\033OP\033[1;5C\033[200~a\rb\033[201~\033[<0;1;2M\033]11;rgb:0/0/0\007\033[?2026;2$y"));
        if (Files.isDirectory(kept(target))) {
            try (Stream<Path> files = Files.list(kept(target))) {
                for (Path file : files.sorted().toList()) {
                    seeds.add(Files.readAllBytes(file));
                }
            }
        }
        return seeds;
    }

    /** One of them with some bytes changed, doubled, dropped or taken from another. */
    static byte[] mutant(List<byte[]> seeds, SplittableRandom random) {
        StringBuilder text = new StringBuilder(latin(seeds.get(random.nextInt(seeds.size()))));
        for (int changes = 1 + random.nextInt(4); changes > 0; changes--) {
            int at = random.nextInt(text.length() + 1);
            int end = Math.min(text.length(), at + 1 + random.nextInt(8));
            switch (random.nextInt(4)) {
                case 0 -> text.replace(at, end, String.valueOf((char) random.nextInt(256)));
                case 1 -> text.insert(at, text.substring(at, end));
                case 2 -> text.delete(at, end);
                default -> {
                    String other = latin(seeds.get(random.nextInt(seeds.size())));
                    int from = random.nextInt(other.length() + 1);
                    text.insert(at, other, from, Math.min(other.length(), from + 1 + random.nextInt(40)));
                }
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private static String latin(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    private static byte[] resource(String name) {
        try (InputStream in = Objects.requireNonNull(Seeds.class.getResourceAsStream(name), name)) {
            return in.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
