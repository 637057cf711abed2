package dev.parley.ui.history;

import dev.parley.conversation.Who;

/** What participants are called on the screen, raw. */
public interface Names {
    String of(Who who);
}
