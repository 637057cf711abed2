package dev.parley.config;

import dev.parley.host.FolderLock;
import dev.parley.host.Held;
import dev.parley.host.Holder;
import dev.parley.host.NotPrivate;
import dev.parley.host.PrivateFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;

/** Folders of ours, with a sentence for the person where one cannot be had. RELIABILITY.md 3.4 and H5. */
public final class StateFolder {
    private static final DateTimeFormatter SINCE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm");

    private StateFolder() {}

    /**
     * Makes {@code path} and what is missing above it, private to this user.
     *
     * @throws Refusal when that fails, or when the folder is another user's or writable by others
     */
    public static void make(Path path) throws Refusal {
        try {
            PrivateFiles.makeFolder(path);
        } catch (NotPrivate shared) {
            throw refusal(shared);
        } catch (IOException failed) {
            throw new Refusal(
                    Refusal.FAILED,
                    "cannot make the folder " + path + " (" + failed.getClass().getSimpleName() + ": "
                            + failed.getMessage() + "): set XDG_STATE_HOME to a folder you may write to.");
        }
    }

    /**
     * Makes the folder where it is missing and takes its lock.
     *
     * @throws Refusal as {@link #make}, and with {@link Refusal#IN_USE} when somebody has it
     */
    public static FolderLock hold(Path path) throws Refusal {
        make(path);
        try {
            return FolderLock.take(path);
        } catch (Held held) {
            throw new Refusal(Refusal.IN_USE, inUse(path, held));
        } catch (IOException failed) {
            throw new Refusal(Refusal.FAILED, "cannot lock " + path + ": " + failed.getMessage());
        }
    }

    public static Refusal refusal(NotPrivate shared) {
        return new Refusal(Refusal.FAILED, shared.sentence());
    }

    /** Who has it, and how to go on. */
    public static String inUse(Path path, Held held) {
        String remedy = held.remedy().isEmpty() ? "" : " (" + held.remedy() + ")";
        return "the state in " + path + " is in use by " + holder(held)
                + ": leave that Parley first, look at what it has with --read-only, or start another with --profile NAME"
                + remedy + ".";
    }

    private static String holder(Held held) {
        return held.holder().map(StateFolder::named).orElse("another process");
    }

    /** The process, its machine, and since when it has the folder, in the person's zone. */
    public static String named(Holder holder) {
        return "process " + holder.pid() + " on " + holder.host() + " since "
                + SINCE.format(holder.since().atZone(ZoneId.systemDefault()));
    }
}
