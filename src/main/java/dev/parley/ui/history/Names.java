package dev.parley.ui.history;

import dev.parley.conversation.Who;

/** What participants are called on the screen, raw, and how what they say looks. */
public interface Names {
    String of(Who who);

    Voice voice(Who who);
}
