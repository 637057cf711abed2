package dev.parley.cli;

import dev.parley.conversation.Content;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.History;
import dev.parley.conversation.Role;
import dev.parley.conversation.Timeline;
import dev.parley.conversation.TimelineEvent;
import dev.parley.conversation.Who;
import dev.parley.log.Redaction;
import dev.parley.text.SafeText;
import dev.parley.text.Sanitizer;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * A conversation as lines of a file: safe text, secrets and personal numbers taken out, each further line of a message
 * marked, so that no message can pass itself off as two. Pure. RELIABILITY.md 3.4.
 *
 * @param account whose it is
 * @param safe any text as lines of safe text
 */
record Transcript(
        String account,
        Instant now,
        ZoneId zone,
        String masked,
        Redaction redaction,
        Function<String, List<String>> safe) {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss xxx");
    private static final String MORE = "    | ";

    /** A dialog as it is kept. */
    record Dialog(String id, List<TimelineEvent> events, List<Timeline.Range> holes) {}

    /** @param masked what {@code redaction} takes out, in words */
    Transcript(String account, Instant now, ZoneId zone, String masked, Redaction redaction) {
        this(account, now, zone, masked, redaction, Transcript::made);
    }

    private static List<String> made(String raw) {
        return Sanitizer.NARROW.block(raw).stream().map(SafeText::toString).toList();
    }

    List<String> of(ConversationFacts facts, List<Dialog> dialogs, List<History.Name> names) {
        Map<String, History.Name> known = new TreeMap<>();
        names.forEach(name -> known.put(name.participantId(), name));
        List<String> lines = new ArrayList<>();
        lines.add("# Parley transcript of conversation " + line(facts.id()) + ", account " + line(account));
        lines.add("# written " + time(now) + ", times in " + zone);
        lines.add("# taken out: " + masked + ". All else is as it was said.");
        for (Dialog dialog : dialogs) {
            if (!dialog.id().equals(facts.id())) {
                lines.add("# dialog " + line(dialog.id()));
            }
            said(dialog, known, lines);
        }
        return lines;
    }

    private void said(Dialog dialog, Map<String, History.Name> names, List<String> lines) {
        List<Timeline.Range> holes = new ArrayList<>(dialog.holes());
        holes.sort(Comparator.comparingLong(Timeline.Range::from));
        for (TimelineEvent event : dialog.events()) {
            while (!holes.isEmpty() && holes.get(0).from() < event.sequence()) {
                missing(holes.remove(0), lines);
            }
            if (event instanceof TimelineEvent.Turn turn) {
                turn(turn, names, lines);
            }
        }
        holes.forEach(hole -> missing(hole, lines));
    }

    private void turn(TimelineEvent.Turn turn, Map<String, History.Name> names, List<String> lines) {
        List<String> texts = safe.apply(words(turn.content()));
        String head = time(turn.at()) + "  " + speaker(turn.who(), names) + ": ";
        lines.add(head + redaction.of(texts.get(0)));
        texts.stream().skip(1).forEach(more -> lines.add(MORE + redaction.of(more)));
    }

    private static void missing(Timeline.Range hole, List<String> lines) {
        lines.add("# missing: sequence " + hole.from() + " to " + hole.to());
    }

    private static String words(Content content) {
        return content instanceof Content.Unsupported other ? "[not shown: " + other.what() + "]" : content.words();
    }

    private String speaker(Who who, Map<String, History.Name> names) {
        if (who.self()) {
            return "you";
        }
        History.Name name = names.get(who.id());
        if (name != null) {
            return line(name.name()) + (name.bot() ? " (bot)" : "");
        }
        return who.role() == Role.CONTROLLER ? "system" : line(who.role() + " " + who.id());
    }

    private String line(String raw) {
        return redaction.of(String.join(" ", safe.apply(raw)));
    }

    private String time(Instant at) {
        return TIME.format(at.atZone(zone));
    }
}
