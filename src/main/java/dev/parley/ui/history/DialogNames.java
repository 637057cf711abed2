package dev.parley.ui.history;

import dev.parley.conversation.TimelineItem.DialogEnd;
import java.util.Locale;

/** What dialogs are called on the screen. Raw. */
final class DialogNames {
    private DialogNames() {}

    static String of(String type) {
        String word = type.toLowerCase(Locale.ROOT).replace('_', ' ');
        return word.equals("post survey") ? "survey" : word.isBlank() ? "dialog" : word;
    }

    /** {@code The conversation was closed by you}, {@code The survey is over: Completed}. */
    static String ended(DialogEnd end) {
        String how = Ending.of(end).words();
        if (end.type().equals("MAIN")) {
            return "The conversation was " + how;
        }
        String what = "The " + of(end.type());
        if (end.by().filter("CONSUMER"::equals).isPresent()) {
            return what + " was " + how;
        }
        return end.cause()
                .filter(cause -> !cause.isBlank())
                .map(cause -> what + " is over: " + cause)
                .orElse(what + " is over");
    }
}
