package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.SentTexts;
import dev.parley.conversation.Update;
import dev.parley.terminal.Tty;
import dev.parley.ui.Outside;
import dev.parley.ui.Preferences;
import dev.parley.ui.UiOptions;
import dev.parley.ui.state.UiClock;
import dev.parley.ui.theme.Themes;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.Consumer;
import java.util.function.IntConsumer;

/** The loop as the rest of the room knows it. */
public final class Loop {
    private final App app;

    /**
     * @param commands takes what goes to the sessions; called on the UI thread
     * @param taken is told how many updates have been taken
     * @param sentTexts read after the first frame, and told what is sent
     * @param outside the machine around it
     * @throws dev.parley.ui.keys.BadBindings where the key configuration contradicts itself
     */
    public Loop(
            UiOptions options,
            Themes themes,
            Tty tty,
            Consumer<Command> commands,
            IntConsumer taken,
            UiClock clock,
            Preferences preferences,
            SentTexts sentTexts,
            Outside outside) {
        app = Starting.app(
                options,
                themes,
                tty,
                commands,
                taken,
                clock,
                () -> UUID.randomUUID().toString(),
                preferences,
                sentTexts,
                outside);
    }

    /** The same on a machine with nothing on it, remembering what was sent only until the end of the program. */
    public Loop(
            UiOptions options,
            Themes themes,
            Tty tty,
            Consumer<Command> commands,
            IntConsumer taken,
            UiClock clock,
            Preferences preferences) {
        this(options, themes, tty, commands, taken, clock, preferences, new Forgetful(), Outside.NOTHING);
    }

    /** Takes the terminal, draws the first frame, and goes on until the person leaves; the exit code. */
    public int run() throws IOException, InterruptedException {
        app.start();
        return app.run();
    }

    /** Any thread. */
    public void post(Update update) {
        app.post(new Event.Told(update));
    }

    /** Leaves without asking. Any thread. */
    public void leave(int code) {
        app.post(new Event.Leave(code));
    }

    /** Looks again. Any thread. */
    public void nudge() {
        app.post(new Event.Nudge());
    }

    private static final class Forgetful implements SentTexts {
        @Override
        public CompletionStage<Void> add(String text) {
            return CompletableFuture.completedStage(null);
        }

        @Override
        public CompletionStage<List<String>> all() {
            return CompletableFuture.completedStage(List.of());
        }
    }
}
