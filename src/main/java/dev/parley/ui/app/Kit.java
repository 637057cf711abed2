package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.SentTexts;
import dev.parley.ui.Preferences;
import dev.parley.ui.state.ServiceClock;
import dev.parley.ui.state.UiState;
import java.util.function.Consumer;
import java.util.function.Supplier;

/**
 * What every behaviour works with. UI thread only.
 *
 * @param commands takes them to the sessions
 * @param ids makes a fresh id for an own message, a UUID
 * @param sentTexts what Up and Ctrl-R find in later runs
 */
record Kit(
        UiState state,
        ServiceClock clock,
        Timers timers,
        Consumer<Command> commands,
        Supplier<String> ids,
        Preferences preferences,
        SentTexts sentTexts) {
    void send(Command command) {
        commands.accept(command);
    }

    void hint(String sentence) {
        state.notices().hint(sentence, clock.millis());
    }

    void error(String sentence) {
        state.notices().error(sentence, clock.millis());
    }

    /** Keeps what left the input for Up and Ctrl-R. */
    void remember(String text) {
        if (state.inputs().add(text) && !state.readOnly()) {
            sentTexts.add(text);
        }
    }

    /** Why an action is off, as a sentence of its own. */
    static String sentence(String why) {
        return Character.toUpperCase(why.charAt(0)) + why.substring(1) + ".";
    }

    Timers.Task after(long millis, Runnable run) {
        return timers.at(clock.millis() + millis, run);
    }
}
