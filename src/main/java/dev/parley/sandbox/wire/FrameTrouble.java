package dev.parley.sandbox.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.sandbox.faults.FaultRule;
import dev.parley.sandbox.faults.Step;
import dev.parley.sandbox.faults.Verb;
import java.util.List;

/** One frame on its way to a client that a rule struck at: the answer to a request, or a notification. Event loop. */
final class FrameTrouble {
    private final Trouble trouble;
    private final Socket socket;
    private final ObjectNode frame;
    private final FaultRule rule;
    private final List<Step> steps;
    private int next;
    private int copies = 1;
    private boolean behind;
    private boolean broken;
    private boolean again;
    private boolean gone;

    FrameTrouble(Trouble trouble, Socket socket, ObjectNode frame, FaultRule rule, List<Step> steps) {
        this.trouble = trouble;
        this.socket = socket;
        this.frame = frame;
        this.rule = rule;
        this.steps = steps;
    }

    void run() {
        while (next < steps.size()) {
            Step step = steps.get(next++);
            if (step.verb() == Verb.DELAY) {
                trouble.time.after(step.number(), this::run);
                return;
            }
            apply(step);
        }
        goOut();
    }

    private void apply(Step step) {
        switch (step.verb()) {
            case DROP, DROP_RESPONSE -> copies = 0;
            case DUPLICATE -> copies *= 2;
            case REORDER -> behind = !Bending.turnRound(frame);
            // What is left is told even if it is nothing: whoever asked for a history waits for one.
            case SKIP_SEQ -> skip(step);
            case REPLAY_ALL -> again = true;
            case UNKNOWN_TYPE -> Bending.unknownType(frame, rule.selector()::selects);
            case EXTRA_FIELDS -> Bending.extraFields(frame);
            case WRONG_REQ_ID -> Bending.wrongReqId(frame);
            case HUGE -> Bending.pad(frame, step.number());
            case MALFORMED -> broken = true;
            case HTTP -> Bending.errorCode(frame, step.number());
            case CLOSE, RST, STALL -> {
                goOut();
                socket.suffer(step);
            }
            default -> socket.suffer(step);
        }
    }

    private void skip(Step step) {
        Bending.leaveOut(frame, item -> {
            boolean meant = rule.selector().selects(item);
            if (meant && step.text().equals("ever")) {
                item.sequence().ifPresent(sequence -> trouble.book.withhold(item.conversation(), sequence));
            }
            return meant;
        });
    }

    private void goOut() {
        if (gone) {
            return;
        }
        gone = true;
        String text = frame.toString();
        String sent = broken ? text.substring(0, text.length() / 2) : text;
        for (int i = 0; i < copies; i++) {
            if (behind) {
                socket.outBehind(sent);
            } else {
                socket.out(sent);
            }
        }
        if (again) {
            trouble.service.tellAgain(socket.client());
        }
    }
}
