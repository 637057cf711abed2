package dev.parley.sandbox.agents;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * The bot who shows everything that a consumer's window can be asked to do, and tells what came back of it. Otherwise like
 * {@link Ada}.
 */
public final class Demo implements Agent {
    public static final String NICKNAME = "Demo";

    private final Ada manners;

    /** @param pace as in {@link Ada} */
    public Demo(double pace) {
        manners = new Ada(NICKNAME, pace, new Tour());
    }

    @Override
    public String nickname() {
        return NICKNAME;
    }

    @Override
    public void offered(Seat seat) {
        manners.offered(seat);
    }

    @Override
    public void joined(Seat seat) {
        manners.joined(seat);
    }

    @Override
    public void turn(Seat seat, long sequence, String text) {
        manners.turn(seat, sequence, text);
    }

    @Override
    public void receipt(Seat seat, String status, List<Long> sequences, Optional<JsonNode> metadata) {
        switch (status) {
            case "ACTION" ->
                tell(
                        seat,
                        "A click came in, with the metadata "
                                + metadata.map(JsonNode::toString).orElse("of nothing") + ".");
            case "ACCESS" -> tell(seat, "Your window says that it has opened the file.");
            case "NACK" -> tell(seat, "Your window says that it cannot show that (NACK).");
            case "VIEWED", "SUBMITTED", "ABORTED", "ERROR" ->
                tell(seat, "About the form your window says: " + status + ".");
            default -> {}
        }
    }

    @Override
    public void fileCame(Seat seat, long sequence, String fileType, String caption) {
        seat.plan(0, new Act.Accept(sequence));
        seat.plan(0, new Act.Read(sequence));
        tell(
                seat,
                "Your file came in: " + fileType + (caption.isBlank() ? "" : ", \"" + caption + "\"") + ". Thank you!");
    }

    @Override
    public void formCame(Seat seat, long sequence, String formId, int fields) {
        seat.plan(0, new Act.Accept(sequence));
        seat.plan(0, new Act.Read(sequence));
        tell(seat, "Your form came in, with " + fields + " fields filled in. What stood in them I do not get to see.");
    }

    @Override
    public Optional<byte[]> file(String name) {
        return DemoFiles.bytes(name);
    }

    private void tell(Seat seat, String text) {
        manners.act(seat, List.of(new Answers.Step(600, 0, new Act.Say(text))));
    }
}
