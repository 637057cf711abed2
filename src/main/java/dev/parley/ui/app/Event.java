package dev.parley.ui.app;

import dev.parley.conversation.Update;
import dev.parley.terminal.Input;

/** What wakes the loop. Any thread makes one; the UI thread takes it. */
sealed interface Event {
    record Typed(Input input) implements Event {}

    record Told(Update update) implements Event {}

    /** Something in the state may have changed from outside the two families: look again. */
    record Nudge() implements Event {}

    /** Leave now, whatever is pending, with this exit code. */
    record Leave(int code) implements Event {}
}
