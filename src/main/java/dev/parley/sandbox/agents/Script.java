package dev.parley.sandbox.agents;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Ada answers. Pure. */
final class Script implements Answers {
    private static final long COMPOSES = 900;
    private static final long ANSWERS = 2_400;
    private static final long LONGEST_SECONDS = 24 * 3_600;
    private static final int MOST_IN_A_BURST = 100;
    private static final int LONGEST_ECHO = 7_000;

    private static final Pattern LATER = Pattern.compile(
            "say (.+) in ([0-9]{1,6}) ?(s|sec|secs|seconds?|m|min|mins|minutes?)",
            Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TYPING = Pattern.compile("typing ([0-9]{1,4}) ?(?:s|sec|secs|seconds?)?");
    private static final Pattern BURST = Pattern.compile("burst ([0-9]{1,4})");

    private static final List<String> HELP = List.of("help", "choices", "demo");
    private static final List<String> PLACES = List.of("Home", "Office", "Somewhere else");

    private final String nickname;
    private final String introduction;
    private final List<String> first;

    Script(String nickname) {
        this(nickname, "Hello, I am " + nickname + ", a bot of this sandbox. Say help to see what I can do.", HELP);
    }

    /** @param first what is offered with the introduction */
    Script(String nickname, String introduction, List<String> first) {
        this.nickname = nickname;
        this.introduction = introduction;
        this.first = List.copyOf(first);
    }

    static boolean quietens(String text) {
        return word(text).equals("go quiet");
    }

    static boolean wakes(String text) {
        String word = word(text);
        return word.equals("wake up") || word.equals("back");
    }

    @Override
    public List<Step> greeting() {
        return saying(introduction, first);
    }

    @Override
    public List<Step> answer(String text, boolean introduced) {
        String word = word(text);
        switch (word) {
            case "help", "?":
                return saying(help(), HELP);
            case "go quiet":
                return saying("I am quiet now. Say wake up, or back, when you want me again.", List.of());
            case "wake up", "back":
                return saying("I am awake again.", List.of());
            case "close":
                return closing();
            case "quick", "choices":
                return saying("Where should it go?", PLACES);
            case "hand over", "agent", "agent please":
                return handingOver(nickname.equals("Bo") ? "Ada" : "Bo");
            case "demo", "show", "tour":
                return handingOver(Demo.NICKNAME);
            case "long":
                return saying(Samples.longText(), List.of());
            case "unicode":
                return saying(Samples.UNICODE, List.of());
            default:
                return command(text, word, introduced);
        }
    }

    private List<Step> command(String text, String word, boolean introduced) {
        Matcher later = LATER.matcher(text.strip());
        if (later.matches()) {
            boolean minutes = later.group(3).toLowerCase(Locale.ROOT).startsWith("m");
            long seconds = Long.parseLong(later.group(2)) * (minutes ? 60 : 1);
            if (seconds <= LONGEST_SECONDS) {
                return List.of(new Step(0, seconds * 1_000, new Act.Say(later.group(1))));
            }
            return saying("I cannot look further ahead than a day.", List.of());
        }
        Matcher typing = TYPING.matcher(word);
        if (typing.matches()) {
            return typing(Math.min(Long.parseLong(typing.group(1)), LONGEST_SECONDS));
        }
        Matcher burst = BURST.matcher(word);
        if (burst.matches()) {
            return burst(Math.min(Integer.parseInt(burst.group(1)), MOST_IN_A_BURST));
        }
        String echo = "You said: " + shortened(text);
        return introduced ? saying(echo, List.of()) : saying(introduction + "\n" + echo, first);
    }

    static List<Step> saying(String text, List<String> choices) {
        return List.of(
                new Step(COMPOSES, 0, new Act.Typing("COMPOSING")),
                new Step(ANSWERS, 0, new Act.Say(text, choices)),
                new Step(ANSWERS, 0, new Act.Typing("ACTIVE")));
    }

    private static List<Step> closing() {
        List<Step> steps = new ArrayList<>(saying("Bye, I close this conversation now.", List.of()));
        steps.add(new Step(ANSWERS + 300, 0, new Act.Close()));
        return steps;
    }

    private static List<Step> handingOver(String other) {
        List<Step> steps = new ArrayList<>(saying("One moment, I hand you over to " + other + ".", List.of()));
        steps.add(new Step(ANSWERS + 600, 0, new Act.HandOver(other)));
        return steps;
    }

    private static List<Step> typing(long seconds) {
        long end = seconds * 1_000;
        return List.of(
                new Step(COMPOSES, 0, new Act.Typing("COMPOSING")),
                new Step(COMPOSES, end, new Act.Say("I typed for " + seconds + " s.")),
                new Step(COMPOSES, end, new Act.Typing("ACTIVE")));
    }

    private static List<Step> burst(int count) {
        List<Step> steps = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            steps.add(new Step(ANSWERS, 0, new Act.Say(i + " of " + count)));
        }
        return steps;
    }

    private static String help() {
        return String.join(
                "\n",
                "I am a bot: what I do not know I say back. What I know:",
                "say lunch is ready in 5s  (any number of s or min, even if you leave)",
                "choices  (quick answers)",
                "typing 8 s · burst 20 · long · unicode",
                "go quiet · wake up",
                "hand over  (to another agent)",
                "demo  (to Demo, who shows everything that this window can do)",
                "close");
    }

    /** Commands are taken with any case and spacing. */
    static String word(String text) {
        return text.strip().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    private static String shortened(String text) {
        return text.codePointCount(0, text.length()) <= LONGEST_ECHO
                ? text
                : text.substring(0, text.offsetByCodePoints(0, LONGEST_ECHO)) + "…";
    }
}
