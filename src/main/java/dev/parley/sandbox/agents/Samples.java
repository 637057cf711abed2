package dev.parley.sandbox.agents;

/** Texts that are hard to show. Written as escapes where an editor would mangle them. */
final class Samples {
    static final String UNICODE = String.join(
            "\n",
            "CJK: \u4f60\u597d\uff0c\u4e16\u754c \u3053\u3093\u306b\u3061\u306f \uc548\ub155\ud558\uc138\uc694",
            "Emoji: \ud83d\ude00 \ud83d\udc4d\ud83c\udffd"
                    + " \ud83d\udc68\u200d\ud83d\udc69\u200d\ud83d\udc67\u200d\ud83d\udc66 \ud83c\uddec\ud83c\uddf7 \u2764\ufe0f 1\ufe0f\u20e3",
            "Combining: e\u0301 a\u0308 n\u0303 Z\u0351\u036b\u0343\u0302",
            "Devanagari: \u0928\u092e\u0938\u094d\u0924\u0947 Thai: \u0e2a\u0e27\u0e31\u0e2a\u0e14\u0e35",
            "Hebrew: \u05e9\u05dc\u05d5\u05dd Arabic: \u0645\u0631\u062d\u0628\u0627",
            "Wide and plain: \uff21\uff22\uff23 abc \ud835\udc00\ud835\udc01 abc");

    static final String LINKS = String.join(
            "\n",
            "A plain one: https://example.com/manual?page=2",
            "Letters of two alphabets: https://b\u0430nk.example/",
            "Not over TLS: http://example.com/",
            "A name before the host: https://bank.example@evil.example/",
            "Mail and telephone: mailto:help@example.com tel:+49-30-901820");

    static String longText() {
        StringBuilder text = new StringBuilder("Here is a long text.");
        for (int paragraph = 1; paragraph <= 12; paragraph++) {
            text.append("\n\nParagraph ").append(paragraph).append(" of 12.");
            for (int sentence = 1; sentence <= 6; sentence++) {
                text.append(" Sentence ")
                        .append(sentence)
                        .append(" goes on for a while, so that a window of any width has something to wrap.");
            }
        }
        return text.toString();
    }

    private Samples() {}
}
