package dev.parley.session;

import dev.parley.conversation.Content;
import dev.parley.protocol.Codec;
import dev.parley.protocol.Frame;
import dev.parley.protocol.MalformedFrame;
import dev.parley.protocol.NotificationBody;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** The cards that the sandbox's agents show, as a session reads them. */
public final class CardSample {
    public static final List<String> NAMES = List.of(
            "text",
            "styles",
            "button",
            "image",
            "map",
            "vertical",
            "horizontal",
            "card",
            "carousel",
            "list",
            "checklist",
            "sections",
            "submit-button",
            "tabs",
            "accordion",
            "carousel-select",
            "date-picker",
            "schedule",
            "link-preview",
            "quick-replies",
            "card-with-replies",
            "template",
            "malformed");

    private CardSample() {}

    public static Content of(String name) {
        return read(json(name));
    }

    /** Of an event as it stands in a frame. */
    public static Content read(String event) {
        try {
            Frame frame =
                    Codec.decode("{\"kind\":\"notification\",\"type\":\"ms.MessagingEventNotification\",\"body\":{"
                            + "\"changes\":[{\"sequence\":0,\"originatorId\":\"a\",\"dialogId\":\"d\",\"event\":"
                            + event + "}]}}");
            NotificationBody body = ((Frame.Notification) frame).body();
            return Contents.of(
                    ((NotificationBody.MessagingEvents) body).changes().get(0).event());
        } catch (MalformedFrame impossible) {
            throw new AssertionError(impossible);
        }
    }

    private static String json(String name) {
        String path = "/dev/parley/sandbox/agents/cards/" + name + ".json";
        try (InputStream in = Objects.requireNonNull(CardSample.class.getResourceAsStream(path), path)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
