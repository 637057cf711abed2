package dev.parley.fault;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;

/** A fault of whole WebSocket frames (RFC 6455 section 5.2): waits for the upgrade's head, then takes the stream apart.
 * Connections that are not upgraded are let through. */
public final class FrameFault implements Fault {
    /** What goes on in place of a frame; it is given the frame's index, from 0, and its bytes with their header. */
    public interface Change extends BiFunction<Integer, byte[], List<byte[]>> {}

    private final Change change;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private boolean upgraded;
    private boolean plain;
    private int frames;

    private FrameFault(Change change) {
        this.change = change;
    }

    public static Kind of(Change change) {
        return () -> new FrameFault(change);
    }

    /** Frame {@code k} comes twice. */
    public static Kind duplicate(int k) {
        return of((index, frame) -> index == k ? List.of(frame, frame) : List.of(frame));
    }

    /** Frame {@code k} comes after the one that follows it. */
    public static Kind reorder(int k) {
        return () -> {
            List<byte[]> held = new ArrayList<>();
            return new FrameFault((index, frame) -> {
                if (index == k) {
                    held.add(frame);
                    return List.of();
                }
                return index == k + 1 ? List.of(frame, held.get(0)) : List.of(frame);
            });
        };
    }

    @Override
    public void pass(byte[] bytes, Out out) throws IOException {
        if (plain) {
            out.write(bytes);
            return;
        }
        waiting.writeBytes(bytes);
        byte[] all = waiting.toByteArray();
        int from = 0;
        if (!upgraded) {
            int head = RawFrames.endOfHead(all);
            if (head < 0) {
                return;
            }
            String words = new String(all, 0, head, StandardCharsets.US_ASCII).toLowerCase(Locale.ROOT);
            upgraded = words.contains("upgrade: websocket");
            if (!upgraded) {
                plain = true;
                out.write(all);
                return;
            }
            out.write(Arrays.copyOf(all, head));
            from = head;
        }
        for (int length = RawFrames.length(all, from); length > 0; length = RawFrames.length(all, from)) {
            for (byte[] each : change.apply(frames++, Arrays.copyOfRange(all, from, from + length))) {
                out.write(each);
            }
            from += length;
        }
        waiting.reset();
        waiting.write(all, from, all.length - from);
    }
}
