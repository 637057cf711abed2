package dev.parley.ui.state;

import dev.parley.conversation.Content;
import dev.parley.conversation.Content.QuickReply;
import dev.parley.conversation.TimelineItem;
import java.util.List;

/**
 * Quick replies that the person is choosing from. Immutable.
 *
 * @param said the turn that offers them
 * @param chosen the one that Enter would send, from 0
 * @param typed the digits that chose it: where text follows them, they were meant as text
 * @param followed whether the view followed the newest turn before
 */
public record Picker(TimelineItem.Said said, int chosen, String typed, boolean followed) {
    public List<QuickReply> replies() {
        return said.turn().content().quickReplies();
    }

    public Picker choose(int index, String digits) {
        return new Picker(said, index, digits, followed);
    }
}
