package dev.parley.sandbox.agents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Demo answers: each thing that a consumer's window can be asked to do, under the words that bring it up. Pure. */
final class Tour implements Answers {
    private static final long SOON = 700;
    private static final int LONGEST_SLOW = 600;
    private static final Pattern SLOW = Pattern.compile("be slow(?: ([0-9]{1,3}))?(?: ?s)?");
    private static final List<String> CHOICES = List.of("show", "tour", "help");

    private static final String INTRODUCTION =
            "Hello, I am Demo, a bot of this sandbox who shows what this window can do. Say show for a list, or tour.";

    private final Script others = new Script(Demo.NICKNAME, INTRODUCTION, CHOICES);
    private final Map<String, List<Act>> shows = shows();

    /** Everything but the cards: the words, and what is done then. */
    private static Map<String, List<Act>> shows() {
        Map<String, List<Act>> shows = new LinkedHashMap<>();
        shows.put("show form", List.of(new Act.Invite("contact", "Your address")));
        shows.put("show payment", List.of(new Act.Invite("payment", "Your card")));
        shows.put(
                "send me a file",
                List.of(new Act.SendFile(DemoFiles.PICTURE, "PNG", "A blue disc", DemoFiles.preview())));
        shows.put("send me a letter", List.of(new Act.SendFile(DemoFiles.LETTER, "TXT", "A letter")));
        shows.put(
                "ask me to rate",
                List.of(new Act.Say("I close this conversation, and a survey asks you."), new Act.Close(true)));
        shows.put("close", List.of(new Act.Say("Bye, there is no survey this time."), new Act.Close(false)));
        shows.put("end", List.of(new Act.End()));
        shows.put("lock", List.of(new Act.Lock()));
        shows.put(
                "fail",
                List.of(
                        new Act.Trouble(once("\"http:400\"")),
                        new Act.Say("The next message you send is refused. Alt-R sends it again.")));
        shows.put(
                "fail 500",
                List.of(
                        new Act.Trouble(once("\"http:500\"")),
                        new Act.Say(
                                "The next message you send meets a fault of the service, and goes again by itself.")));
        shows.put(
                "fail 429",
                List.of(
                        new Act.Trouble(once("\"http:429\"")),
                        new Act.Say("The next message you send comes too soon for the service.")));
        shows.put(
                "lose my answer",
                List.of(
                        new Act.Trouble(once("\"commit\",\"drop-response\",\"close:1006\"")),
                        new Act.Say("The next message you send is taken in, and the line is cut before you hear so.")));
        shows.put("cut the line", List.of(new Act.Trouble("{\"on\":\"now\",\"do\":[\"close:1006\"]}")));
        shows.put("manager", List.of(new Act.As("Max", "MANAGER", new Act.Say("I am Max, a manager."))));
        shows.put("system", List.of(new Act.As("System", "CONTROLLER", new Act.Say("An automatic message."))));
        shows.put(
                "whisper",
                List.of(
                        new Act.Whisper("Only agents read this."),
                        new Act.Say("I whispered something to the other agents. You see nothing of it.")));
        shows.put(
                "two are typing", List.of(new Act.Bring("Max", "MANAGER"), typing("Max"), new Act.Typing("COMPOSING")));
        shows.put("be urgent", List.of(new Act.Urge("URGENT", null), new Act.Say("This conversation is urgent now.")));
        shows.put("be normal", List.of(new Act.Urge("NORMAL", null), new Act.Say("It is as urgent as any other now.")));
        shows.put(
                "answer in two minutes",
                List.of(new Act.Urge("CUSTOM", 120L), new Act.Say("An answer is due in two minutes, once you wrote.")));
        shows.put("out of hours", List.of(new Act.Delay("NIGHT", 3_600), new Act.Say("We are back in an hour.")));
        shows.put("back in hours", List.of(new Act.Delay("", 0), new Act.Say("We are here again.")));
        shows.put("transfer", List.of(new Act.Transfer("4711"), new Act.Say("You have another skill now: 4711.")));
        shows.put(
                "html",
                List.of(
                        content(
                                "text/html",
                                "<b>Bold</b>, <i>italic</i> and a <a href='https://example.com/'>link</a>.<br>A second line.")));
        shows.put("links", List.of(new Act.Say(Samples.LINKS)));
        shows.put(
                "hyperlink",
                List.of(new Act.Say("Read #md#[what we know of mugs](https://example.com/mugs)#/md# first.")));
        shows.put(
                "metadata", List.of(withMetadata("A bot said this. Alt-M and = show what it sent beside its words.")));
        shows.put("unknown", List.of(content("application/x-parley", "Nobody knows what to do with this.")));
        shows.put("unicode", List.of(new Act.Say(Samples.UNICODE)));
        shows.put("long", List.of(new Act.Say(Samples.longText())));
        return shows;
    }

    @Override
    public List<Step> greeting() {
        return others.greeting();
    }

    @Override
    public List<Step> answer(String text, boolean introduced) {
        String word = Script.word(text);
        Matcher slow = SLOW.matcher(word);
        if (slow.matches()) {
            return slowly(slow.group(1) == null ? 8 : Integer.parseInt(slow.group(1)));
        }
        if (word.equals("show") || word.equals("help")) {
            return Script.saying(list(), List.of("show carousel", "send me a file", "ask me to rate"));
        }
        if (word.equals("tour")) {
            return tour();
        }
        List<Act> acts = acts(word);
        return acts.isEmpty() ? others.answer(text, introduced) : steps(acts);
    }

    private List<Act> acts(String word) {
        String card =
                word.startsWith("show ") ? word.substring("show ".length()).replace(' ', '-') : "";
        return Cards.NAMES.contains(card)
                ? List.of(new Act.Publish(Cards.event(card)))
                : shows.getOrDefault(word, List.of());
    }

    /** Every card, one after the other. */
    private static List<Step> tour() {
        List<Step> steps = new ArrayList<>();
        steps.add(new Step(
                SOON, 0, new Act.Say("All cards, one after the other. Tab chooses in the newest, arrows go on.")));
        long at = SOON;
        for (String name : Cards.NAMES) {
            at += SOON;
            steps.add(new Step(at, 0, new Act.Publish(Cards.event(name))));
        }
        steps.add(
                new Step(at + SOON, 0, new Act.Say("That was all of them. Say show for what else there is.", CHOICES)));
        return steps;
    }

    private static List<Step> steps(List<Act> acts) {
        List<Step> steps = new ArrayList<>();
        for (int i = 0; i < acts.size(); i++) {
            steps.add(new Step(SOON + 100L * i, 0, acts.get(i)));
        }
        return steps;
    }

    private static List<Step> slowly(int asked) {
        long seconds = Math.min(asked, LONGEST_SLOW);
        return List.of(
                new Step(SOON, 0, new Act.Typing("COMPOSING")),
                new Step(SOON, seconds * 1_000, new Act.Say("That took " + seconds + " s.")),
                new Step(SOON, seconds * 1_000, new Act.Typing("ACTIVE")));
    }

    private static Act typing(String nickname) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("type", "ChatStateEvent").put("chatState", "COMPOSING");
        return new Act.As(nickname, "MANAGER", new Act.Publish(event));
    }

    private static Act content(String contentType, String message) {
        ObjectNode event = JsonNodeFactory.instance.objectNode();
        event.put("type", "ContentEvent").put("contentType", contentType).put("message", message);
        return new Act.Publish((JsonNode) event);
    }

    private static Act withMetadata(String words) {
        JsonNodeFactory json = JsonNodeFactory.instance;
        ObjectNode event = json.objectNode();
        event.put("type", "ContentEvent").put("contentType", "text/plain").put("message", words);
        ObjectNode metadata = json.objectNode().put("type", "BotResponse").put("externalConversationId", "demo-1");
        metadata.putArray("intents")
                .addObject()
                .put("id", "show")
                .put("name", "show")
                .put("confidenceScore", 0.9);
        return new Act.Publish(event, json.arrayNode().add(metadata), null);
    }

    /** A rule for the next message of a consumer, and only that. */
    private static String once(String verbs) {
        return "{\"on\":\"ms.PublishEvent\",\"event\":\"ContentEvent\",\"nth\":1,\"times\":1,\"do\":[" + verbs + "]}";
    }

    private String list() {
        List<String> lines = new ArrayList<>();
        lines.add("Say one of these:");
        lines.add("");
        List<String> cards = new ArrayList<>();
        Cards.NAMES.forEach(name -> cards.add("show " + name.replace('-', ' ')));
        lines.add(String.join(" \u00b7 ", cards));
        lines.add("");
        lines.add(String.join(" \u00b7 ", shows.keySet()) + " \u00b7 be slow 8");
        lines.add("");
        lines.add("tour shows every card. And send me something yourself: /attach a picture, or close and rate me.");
        return String.join("\n", lines);
    }
}
