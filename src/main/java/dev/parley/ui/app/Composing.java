package dev.parley.ui.app;

import dev.parley.conversation.Command;
import dev.parley.conversation.Place;
import dev.parley.ui.state.UiState;
import org.jspecify.annotations.Nullable;

/** Tells the other side that the person is writing, not too often, and that they have stopped. UI thread only. */
final class Composing {
    private static final long AGAIN_AFTER_MILLIS = 5_000;
    private static final long IDLE_MILLIS = 8_000;

    private final Kit kit;
    private @Nullable Place writing;
    private long toldAt;
    private Timers.@Nullable Task idle;

    Composing(Kit kit) {
        this.kit = kit;
    }

    /** The text of the selected place has changed; {@code message} is false for a command and for nothing. */
    void edited(boolean message) {
        UiState state = kit.state();
        boolean open = state.conversation().filter(known -> known.isOpen()).isPresent();
        if (!message || !open || state.readOnly()) {
            stop();
            return;
        }
        Place here = state.selected();
        long now = kit.clock().millis();
        if (!here.equals(writing) || now - toldAt >= AGAIN_AFTER_MILLIS) {
            stopElsewhere(here);
            writing = here;
            toldAt = now;
            tell(here, true);
        }
        cancelIdle();
        idle = kit.after(IDLE_MILLIS, this::stop);
    }

    void stop() {
        cancelIdle();
        Place was = writing;
        writing = null;
        if (was != null) {
            tell(was, false);
        }
    }

    private void stopElsewhere(Place here) {
        if (writing != null && !writing.equals(here)) {
            stop();
        }
    }

    private void cancelIdle() {
        if (idle != null) {
            idle.cancel();
            idle = null;
        }
    }

    private void tell(Place place, boolean typing) {
        String id = place.conversationId();
        if (id != null) {
            kit.send(new Command.Typing(place.consumer(), id, typing));
        }
    }
}
