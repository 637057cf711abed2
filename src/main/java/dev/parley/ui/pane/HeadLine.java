package dev.parley.ui.pane;

import dev.parley.conversation.Consumer;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationFacts;
import dev.parley.conversation.ConversationFacts.Delay;
import dev.parley.conversation.Who;
import dev.parley.terminal.Surface;
import dev.parley.text.SafeText;
import dev.parley.ui.history.Ending;
import dev.parley.ui.state.Labels;
import dev.parley.ui.state.Look;
import dev.parley.ui.state.UiState;
import dev.parley.ui.theme.Slot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The line over the history: who answers, which skill, since when, how urgent, and when a reply is due. */
final class HeadLine {
    private final UiState state;
    private final Look look;
    private final FrameTime time;
    private final List<Fact> facts = new ArrayList<>();

    HeadLine(UiState state, FrameTime time) {
        this.state = state;
        this.look = state.look();
        this.time = time;
    }

    private record Fact(SafeText words, Slot slot) {}

    void draw(Surface row, Geometry geometry) {
        row.fill(look.style(Slot.HISTORY_HEAD));
        gather(geometry);
        Ink ink = new Ink(row, look);
        SafeText gap = look.text(" ").plus(look.glyphs().dot()).plus(look.text(" "));
        int column = 1;
        for (Fact fact : facts) {
            SafeText before = column == 1 ? SafeText.EMPTY : gap;
            int room = row.columns() - column;
            if (before.width() + fact.words().width() > room) {
                ink.put(column, 0, look.fit(before.plus(fact.words()), room), Slot.HISTORY_HEAD);
                return;
            }
            column = ink.put(column, 0, before, Slot.HISTORY_HEAD);
            column = ink.put(column, 0, fact.words(), fact.slot());
        }
    }

    private void add(String words) {
        facts.add(new Fact(look.text(words), Slot.HISTORY_HEAD));
    }

    private void gather(Geometry geometry) {
        Optional<Consumer> consumer = state.consumer();
        Optional<Conversation> found = state.conversation();
        if (found.isEmpty()) {
            add(state.hasReached(state.selected().consumer()) ? "new conversation" : "not connected yet");
            consumerNumber();
            return;
        }
        Conversation conversation = found.get();
        Optional<Who> agent = conversation.agent();
        String name = agent.map(who -> Labels.who(consumer, who)).orElse("nobody yet");
        add(name);
        agent.map(who -> Labels.word(consumer, who))
                .filter(word -> !word.equals(name))
                .ifPresent(this::add);
        consumerNumber();
        conversation.facts().ifPresent(known -> facts(conversation, known, geometry));
    }

    private void consumerNumber() {
        if (state.inbox().consumers().size() > 1) {
            add("consumer " + state.selected().consumer().number());
        }
    }

    private void facts(Conversation conversation, ConversationFacts known, Geometry geometry) {
        if (!geometry.strip()) {
            known.skillId().ifPresent(skill -> add(geometry.roomy() ? "skill " + skill : skill));
        }
        if (!known.open()) {
            add(Ending.of(known).words()
                    + known.endedAt()
                            .map(end -> " " + day(end) + time.times().clock(end))
                            .orElse(""));
            known.rating().ifPresent(this::stars);
            return;
        }
        if (known.inSurvey()) {
            add("survey");
        }
        if (known.urgent()) {
            add("urgent");
        }
        if (geometry.roomy()) {
            add("open since " + day(known.startedAt()) + time.times().clock(known.startedAt()));
        }
        known.particulars().delay().ifPresent(this::delay);
        boolean waiting = conversation.waitingSince().isPresent();
        known.replyDue()
                .filter(due -> waiting || due.isAfter(time.now()))
                .ifPresent(due -> facts.add(new Fact(
                        look.text(time.replyDue(due)),
                        due.isAfter(time.now()) ? Slot.HISTORY_HEAD : Slot.LIST_ITEM_OVERDUE)));
    }

    private void stars(int rating) {
        SafeText stars = SafeText.EMPTY;
        for (int i = 0; i < rating; i++) {
            stars = stars.plus(look.glyphs().star());
        }
        facts.add(new Fact(stars, Slot.HISTORY_HEAD));
    }

    /** {@code away: night until 08:00}; what is over is not worth a word. */
    private void delay(Delay delay) {
        if (delay.until().filter(end -> !end.isAfter(time.now())).isPresent()) {
            return;
        }
        delay.until().ifPresent(time::watch);
        add("away: " + delay.type().toLowerCase(Locale.ROOT)
                + delay.until()
                        .map(end -> " until " + day(end) + time.times().clock(end))
                        .orElse(""));
    }

    /** Nothing for today. */
    private String day(Instant at) {
        return time.times().day(at).equals(time.times().day(time.now()))
                ? ""
                : time.times().dayLine(time.times().day(at), time.now()) + " ";
    }
}
