package dev.parley.text;

import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** Hostile text from a seed. A property that fails says with which. */
final class RandomText {
    /** What rules of the room look at, so that chance brings neighbours together that matter. */
    private static final List<String> HANDPICKED = List.of(
            "a",
            "Z",
            "1",
            "#",
            "<",
            ">",
            "=",
            " ",
            "-",
            "\t",
            "\n",
            "\r",
            "\u0085",
            "\u2028",
            "\u001b",
            "\u007f",
            "\u009b",
            "\u0000",
            "\u00ad",
            "\u034f",
            "\u200b",
            "\u200c",
            "\u200d",
            "\u200d",
            "\u200e",
            "\u202e",
            "\u2066",
            "\ufeff",
            "\ufe0f",
            "\ufe0f",
            "\ufe0e",
            "\u0301",
            "\u0301",
            "\u0323",
            "\u0338",
            "\u0345",
            "\u20e3",
            "\u0344",
            "\u0f73",
            "e",
            "\u00e9",
            "\u212b",
            "\u2194",
            "\u2764",
            "\u2640",
            "\u00a9",
            "\ud83d\udc68",
            "\ud83d\udc69",
            "\ud83c\udffd",
            "\ud83c\udffb",
            "\ud83c\udde9",
            "\ud83c\uddea",
            "\ud83d\ude00",
            "\u1100",
            "\u1161",
            "\u11a8",
            "\uac00",
            "\uac01",
            "\u115f",
            "\u3164",
            "\uff76",
            "\uff9e",
            "\u0915",
            "\u094d",
            "\u0937",
            "\u093f",
            "\u093c",
            "\u0995",
            "\u09cd",
            "\u09be",
            "\u0d4e",
            "\u0d15",
            "\u0e01",
            "\u0e33",
            "\u0e34",
            "\u1019",
            "\u102c",
            "\u1031",
            "\u06cc",
            "\u062e",
            "\u0627",
            "\u0653",
            "\u064b",
            "\u0600",
            "\u05e9",
            "\u4e2d",
            "\u3002",
            "\u3000",
            "\u00a0",
            "\uff21",
            "\u2502",
            "\u2026",
            "\ud800",
            "\udc00",
            "\ue0b0",
            "\u0378",
            "\ufffe",
            "\ufffc",
            "\ufffd",
            "\udb40\udc61",
            "\udb40\udd00",
            "\ud83e\udee0",
            "\ud834\udd73",
            "\ud835\udc00",
            "\u25cc",
            "\u23ce",
            "\ud81b\udd63",
            "\ud81b\udd67",
            "\ud81b\udd68");

    private final Random random;

    RandomText(long seed) {
        random = new Random(seed);
    }

    /** Runs {@code property} on as many texts, from seeds that a failure names. */
    static void forMany(int texts, Consumer<RandomText> property) {
        for (long seed = 1; seed <= texts; seed++) {
            try {
                property.accept(new RandomText(seed));
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
            }
        }
    }

    int upTo(int most) {
        return random.nextInt(most + 1);
    }

    /** Up to {@code most} pieces: handpicked ones, some again and again, and some from all of Unicode. */
    String text(int most) {
        StringBuilder text = new StringBuilder();
        for (int i = upTo(most); i > 0; i--) {
            switch (upTo(9)) {
                case 0 -> text.appendCodePoint(random.nextInt(Character.MAX_CODE_POINT + 1));
                case 1 -> text.appendCodePoint(random.nextInt(0x3000));
                case 2 -> text.append(piece().repeat(upTo(40)));
                default -> text.append(piece());
            }
        }
        return text.toString();
    }

    /** Words as people write them, with blanks, hyphens and wide characters. */
    String words(int most) {
        List<String> pieces = List.of(
                " ",
                "  ",
                "-",
                "a",
                "bc",
                "word",
                "e\u0301",
                "\u4e2d\u6587",
                "\u3002",
                "\u300c",
                "\ud83d\ude00",
                "\u2764\ufe0f",
                "longerword",
                "\u001b");
        StringBuilder text = new StringBuilder();
        for (int i = upTo(most); i > 0; i--) {
            text.append(pieces.get(random.nextInt(pieces.size())));
        }
        return text.toString();
    }

    private String piece() {
        return HANDPICKED.get(random.nextInt(HANDPICKED.size()));
    }
}
