package dev.parley.session;

import dev.parley.conversation.Content;
import dev.parley.protocol.Codec;
import dev.parley.protocol.Frame;
import dev.parley.protocol.MalformedFrame;
import dev.parley.protocol.NotificationBody;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The cards that the sandbox's agents show, as a session reads them. */
public final class CardSample {
    private static final Path FOLDER = Path.of("src/main/resources/dev/parley/sandbox/agents/cards");

    /** Of the files there are: one that nobody has drawn is missed at once. */
    public static final List<String> NAMES = names();

    private CardSample() {}

    private static List<String> names() {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString().replace(".json", ""))
                    .sorted()
                    .toList();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

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
        try {
            return Files.readString(FOLDER.resolve(name + ".json"));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
