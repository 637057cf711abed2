package dev.parley.ui.app;

import dev.parley.conversation.Update;
import dev.parley.terminal.Input;
import java.util.List;

/** What wakes the loop. Any thread makes one; the UI thread takes it. */
sealed interface Event {
    record Typed(Input input) implements Event {}

    record Told(Update update) implements Event {}

    /** What was sent in earlier runs has been read, oldest first. */
    record Remembered(List<String> texts) implements Event {}

    /** What was asked of somebody has been answered. */
    record Answered(Runnable then) implements Event {}

    /** Something in the state may have changed from outside the two families: look again. */
    record Nudge() implements Event {}

    /** Leave now, whatever is pending, with this exit code. */
    record Leave(int code) implements Event {}
}
