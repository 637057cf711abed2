package dev.parley.ui.app;

import dev.parley.text.Link;
import dev.parley.text.SafeText;
import dev.parley.ui.Outside;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;

/** A machine around the screen that has what a test gives it, and tells what was asked of it. */
final class FakeAround implements Outside {
    final List<String> kept = new ArrayList<>();
    final List<String> opened = new ArrayList<>();
    final List<Integer> rung = new ArrayList<>();
    boolean tmux;
    boolean browser;
    boolean bellCommand;
    boolean works = true;

    @Override
    public CompletionStage<Boolean> keep(List<SafeText> lines) {
        if (tmux) {
            kept.add(lines.stream().map(SafeText::toString).collect(Collectors.joining("\n")));
        }
        return CompletableFuture.completedStage(tmux);
    }

    @Override
    public Optional<Opening> ask(Link link) {
        return browser
                ? Optional.of(() -> {
                    opened.add(link.target());
                    return CompletableFuture.completedStage(works);
                })
                : Optional.empty();
    }

    @Override
    public boolean hasBellCommand() {
        return bellCommand;
    }

    @Override
    public CompletionStage<Boolean> runBellCommand(int unread) {
        rung.add(unread);
        return CompletableFuture.completedStage(works);
    }
}
