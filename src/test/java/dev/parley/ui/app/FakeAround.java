package dev.parley.ui.app;

import dev.parley.text.Link;
import dev.parley.text.SafeText;
import dev.parley.ui.Outside;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A machine around the screen that has what a test gives it, and tells what was asked of it. */
final class FakeAround implements Outside {
    final List<String> kept = new ArrayList<>();
    final List<String> opened = new ArrayList<>();
    final List<Integer> rung = new ArrayList<>();
    final Map<String, LookedAt> files = new HashMap<>();
    final Map<String, List<String>> folders = new HashMap<>();
    /** Folders that have not been read yet. */
    final Map<String, CompletableFuture<List<String>>> slow = new HashMap<>();

    final List<String> looked = new ArrayList<>();
    final List<String> listed = new ArrayList<>();
    String downloads = "/home/me/Downloads";
    boolean tmux;
    boolean browser;
    boolean bellCommand;
    boolean works = true;
    /** What opening a link ends with, where that takes its time. */
    @Nullable
    CompletableFuture<Boolean> slowOpening;

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
                    return slowOpening == null ? CompletableFuture.completedStage(works) : slowOpening;
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

    @Override
    public CompletionStage<LookedAt> look(String typed) {
        looked.add(typed);
        return CompletableFuture.completedStage(
                files.getOrDefault(typed, new LookedAt("", 0, new byte[0], "there is no such file")));
    }

    @Override
    public CompletionStage<List<String>> list(String folder) {
        listed.add(folder);
        return slow.getOrDefault(folder, CompletableFuture.completedFuture(folders.getOrDefault(folder, List.of())));
    }

    @Override
    public Optional<String> downloadFolder() {
        return Optional.ofNullable(downloads);
    }

    @Override
    public Optional<Opening> askPrivately(Link link) {
        return ask(link);
    }
}
