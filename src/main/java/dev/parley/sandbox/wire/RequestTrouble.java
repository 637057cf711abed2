package dev.parley.sandbox.wire;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.Frame;
import dev.parley.sandbox.faults.FaultRule;
import dev.parley.sandbox.faults.Step;
import dev.parley.sandbox.faults.Verb;

/** One request a rule struck at: what happens until the service takes it in, if it does. Event loop. */
final class RequestTrouble {
    private final Trouble trouble;
    private final Socket socket;
    private final Frame.Request request;
    private final FaultRule rule;
    private int next;

    RequestTrouble(Trouble trouble, Socket socket, Frame.Request request, FaultRule rule) {
        this.trouble = trouble;
        this.socket = socket;
        this.request = request;
        this.rule = rule;
    }

    void run() {
        while (next < rule.before().size()) {
            Step step = rule.before().get(next++);
            if (step.verb() == Verb.DELAY) {
                trouble.time.after(step.number(), this::run);
                return;
            }
            if (step.verb() == Verb.HTTP) {
                refuse(step);
            } else {
                socket.suffer(step);
            }
        }
        if (rule.commits()) {
            socket.takeIn(request, rule);
        }
    }

    private void refuse(Step step) {
        ObjectNode answer =
                JsonNodeFactory.instance.objectNode().put("kind", "resp").put("reqId", request.id());
        Bending.errorCode(answer, step.number());
        socket.out(answer.toString());
    }
}
