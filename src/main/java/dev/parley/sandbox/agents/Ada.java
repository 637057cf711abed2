package dev.parley.sandbox.agents;

import java.util.List;

/**
 * The bot who answers where nobody else does: joins, accepts, reads, types, answers. Under any nickname; stateless, what she
 * must remember is noted in the conversation.
 */
public final class Ada implements Agent {
    /** How long she leaves a new conversation to its first message, so that this comes before her; ms, at any pace. */
    private static final long BLINK = 300;

    private final String nickname;
    private final double pace;
    private final Answers answers;

    /** @param pace 0 (at once) to 1 (as a quick person) */
    public Ada(String nickname, double pace) {
        this(nickname, pace, new Script(nickname));
    }

    Ada(String nickname, double pace, Answers answers) {
        this.nickname = nickname;
        this.pace = pace;
        this.answers = answers;
    }

    @Override
    public String nickname() {
        return nickname;
    }

    @Override
    public void offered(Seat seat) {
        long wait = seat.unanswered().isEmpty() ? BLINK + paced(1_200) : paced(800);
        seat.plan(wait, new Act.Join(nickname));
    }

    @Override
    public void joined(Seat seat) {
        Memory memory = Memory.read(seat.note());
        List<Seat.Turn> waiting = seat.unanswered().stream()
                .filter(turn -> turn.sequence() > memory.handled())
                .toList();
        waiting.forEach(turn -> turn(seat, turn.sequence(), turn.text()));
        boolean tookOver = !memory.met().isEmpty();
        // In a new conversation she introduces herself with her first answer: one message, one answer.
        if (waiting.isEmpty() && tookOver) {
            seat.note(new Memory(nickname, false, memory.handled()).note());
            act(seat, answers.greeting());
        }
    }

    @Override
    public void turn(Seat seat, long sequence, String text) {
        Memory memory = Memory.read(seat.note());
        boolean introduced = memory.met().equals(nickname);
        boolean stays = memory.quiet() && !Script.wakes(text);
        boolean quiet = stays || Script.quietens(text);
        seat.note(new Memory(nickname, quiet, sequence).note());
        seat.plan(paced(200), new Act.Accept(sequence));
        if (stays) {
            return;
        }
        seat.plan(paced(500), new Act.Read(sequence));
        act(seat, answers.answer(text, introduced));
    }

    void act(Seat seat, List<Answers.Step> steps) {
        for (Answers.Step step : steps) {
            seat.plan(paced(step.pacedMillis()) + step.exactMillis(), step.act());
        }
    }

    private long paced(long millis) {
        return Math.round(millis * pace);
    }
}
