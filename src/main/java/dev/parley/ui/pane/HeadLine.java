package dev.parley.ui.pane;

import dev.parley.conversation.Consumer;
import dev.parley.conversation.Conversation;
import dev.parley.conversation.ConversationFacts;
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
import java.util.Optional;

/** The line over the history: who answers, which skill, since when, and when a reply is due. */
final class HeadLine {
    private final UiState state;
    private final Look look;
    private final FrameTime time;

    HeadLine(UiState state, FrameTime time) {
        this.state = state;
        this.look = state.look();
        this.time = time;
    }

    void draw(Surface row, Geometry geometry) {
        row.fill(look.style(Slot.HISTORY_HEAD));
        SafeText line = SafeText.EMPTY;
        for (String part : parts(geometry)) {
            SafeText words = look.text(part);
            line = line.isEmpty()
                    ? words
                    : line.plus(look.text(" "))
                            .plus(look.glyphs().dot())
                            .plus(look.text(" "))
                            .plus(words);
        }
        new Ink(row, look).put(1, 0, look.fit(line, row.columns() - 1), Slot.HISTORY_HEAD);
    }

    private List<String> parts(Geometry geometry) {
        List<String> parts = new ArrayList<>();
        Optional<Consumer> consumer = state.consumer();
        Optional<Conversation> found = state.conversation();
        if (found.isEmpty()) {
            parts.add(state.hasReached(state.selected().consumer()) ? "new conversation" : "not connected yet");
            consumerNumber(parts);
            return parts;
        }
        Conversation conversation = found.get();
        Optional<Who> agent = conversation.agent();
        parts.add(agent.map(who -> Labels.who(consumer, who)).orElse("nobody yet"));
        agent.map(who -> Labels.word(consumer, who))
                .filter(word -> !word.equals(parts.get(0)))
                .ifPresent(parts::add);
        consumerNumber(parts);
        conversation.facts().ifPresent(facts -> facts(conversation, facts, geometry, parts));
        return parts;
    }

    private void consumerNumber(List<String> parts) {
        if (state.inbox().consumers().size() > 1) {
            parts.add("consumer " + state.selected().consumer().number());
        }
    }

    private void facts(Conversation conversation, ConversationFacts facts, Geometry geometry, List<String> parts) {
        if (!geometry.strip()) {
            facts.skillId().ifPresent(skill -> parts.add(geometry.roomy() ? "skill " + skill : skill));
        }
        if (!facts.open()) {
            parts.add(Ending.of(facts).words()
                    + facts.endedAt()
                            .map(end -> " " + day(end) + time.times().clock(end))
                            .orElse(""));
            return;
        }
        if (geometry.roomy()) {
            parts.add("open since " + day(facts.startedAt()) + time.times().clock(facts.startedAt()));
        }
        boolean waiting = conversation.waitingSince().isPresent();
        facts.replyDue()
                .filter(due -> waiting || due.isAfter(time.now()))
                .ifPresent(due -> parts.add(time.replyDue(due)));
    }

    /** Nothing for today. */
    private String day(Instant at) {
        return time.times().day(at).equals(time.times().day(time.now()))
                ? ""
                : time.times().dayLine(time.times().day(at), time.now()) + " ";
    }
}
