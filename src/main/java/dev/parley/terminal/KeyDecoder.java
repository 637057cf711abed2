package dev.parley.terminal;

import dev.parley.terminal.Key.Code;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Bytes from the terminal to {@link Input}s. Pure: it is told what was read and when a time-out passed. Control strings and
 * sequences that it does not know are taken in to their end and never typed. Used by one thread.
 */
public final class KeyDecoder {
    private enum State {
        GROUND,
        ESCAPE,
        CSI,
        LINUX,
        SS3,
        STRING,
        STRING_ESCAPE,
        X10_MOUSE,
        PASTE
    }

    private static final int ESC = 0x1B;
    private static final int BEL = 0x07;
    private static final int CTRL_C = 0x03;
    private static final int LONGEST_SEQUENCE = 64;

    private final Consumer<Input> sink;
    private final Runnable synchronizedOutput;
    private final TypedText typed;
    private final Utf8 utf8 = new Utf8();
    private final StringBuilder parameters = new StringBuilder();
    private State state = State.GROUND;
    private boolean alt;
    private char string;
    private int toSkip;
    private int arrows;
    private @Nullable BracketedPaste paste;

    /**
     * @param sink takes every input, on the thread that calls
     * @param synchronizedOutput run when the terminal says that it has mode 2026
     */
    public KeyDecoder(Consumer<Input> sink, Runnable synchronizedOutput) {
        this.sink = sink;
        this.synchronizedOutput = synchronizedOutput;
        this.typed = new TypedText(sink);
    }

    /** What one read gave. */
    public void read(byte[] bytes, int from, int to) {
        if (paste != null && to - from == 1 && bytes[from] == CTRL_C) {
            // A paste whose end got lost must not swallow the keyboard.
            endPaste(paste);
        }
        for (int i = from; i < to; i++) {
            take(bytes[i] & 0xFF);
        }
        flushArrows();
        if (!typed.isOpenPaste()) {
            typed.flush();
        }
    }

    /** Whether a time-out would decide something: about 50 ms after the last read, call {@link #timeout}. */
    public boolean isWaiting() {
        boolean undecided = switch (state) {
            case ESCAPE -> true;
            case SS3, STRING -> parameters.isEmpty();
            default -> false;
        };
        return undecided || typed.isOpenPaste();
    }

    /** Nothing came for a while: a lone ESC is the key, {@code ESC O} is Alt-O, a paste without brackets is over. */
    public void timeout() {
        typed.flush();
        if (!isWaiting()) {
            return;
        }
        State waiting = state;
        boolean doubled = alt;
        begin(State.GROUND);
        if (doubled) {
            emit(Key.of(Code.ESCAPE));
        }
        if (waiting == State.ESCAPE) {
            emit(Key.of(Code.ESCAPE));
        } else {
            emit(Key.alt(String.valueOf(waiting == State.SS3 ? 'O' : string)));
        }
    }

    private void take(int b) {
        switch (state) {
            case GROUND -> ground(b);
            case ESCAPE -> escape(b);
            case CSI -> csi(b);
            case LINUX -> end(KeySequences.linuxConsole((char) b));
            case SS3 -> ss3(b);
            case STRING -> string(b);
            case STRING_ESCAPE -> stringEscape(b);
            case X10_MOUSE -> {
                if (--toSkip == 0) {
                    begin(State.GROUND);
                }
            }
            case PASTE -> {
                if (paste != null && paste.take(b)) {
                    endPaste(paste);
                }
            }
        }
    }

    private void ground(int b) {
        if (utf8.isOpen() && !Utf8.isContinuation(b)) {
            utf8.reset();
            character(Utf8.REPLACEMENT);
        }
        if (utf8.isOpen() || b >= 0x80) {
            int codePoint = utf8.take(b);
            if (codePoint != Utf8.MORE) {
                character(codePoint);
            }
        } else if (b == ESC) {
            begin(State.ESCAPE);
        } else if (b < 0x20 || b == 0x7F) {
            control(b);
        } else {
            character(b);
        }
    }

    /** Text; C1 controls are none. */
    private void character(int codePoint) {
        boolean withAlt = alt;
        alt = false;
        if (codePoint >= 0x80 && codePoint < 0xA0) {
            return;
        }
        if (withAlt) {
            emit(Key.alt(Character.toString(codePoint)));
        } else {
            flushArrows();
            typed.add(codePoint);
        }
    }

    private void control(int b) {
        if (!alt && (b == '\r' || b == '\n' || b == '\t')) {
            flushArrows();
            typed.add(b);
            return;
        }
        Key key = switch (b) {
            case '\r' -> Key.of(Code.ENTER);
            case '\t' -> Key.of(Code.TAB);
            case 0x08, 0x7F -> Key.of(Code.BACKSPACE);
            case 0x00 -> Key.ctrl(' ');
            default -> Key.ctrl((char) (b < 0x1B ? b + 0x60 : b + 0x40));
        };
        emit(alt ? key.withAlt() : key);
        alt = false;
    }

    private void escape(int b) {
        switch (b) {
            case '[' -> state = State.CSI;
            case 'O' -> state = State.SS3;
            case ']', 'P', '_', '^', 'X' -> {
                state = State.STRING;
                string = (char) b;
            }
            case ESC -> {
                if (alt) {
                    emit(Key.of(Code.ESCAPE));
                }
                alt = true;
            }
            default -> {
                if (alt) {
                    emit(Key.of(Code.ESCAPE));
                }
                state = State.GROUND;
                alt = true;
                ground(b);
            }
        }
    }

    private void csi(int b) {
        if (b == '[' && parameters.isEmpty()) {
            state = State.LINUX;
        } else if (b == 'M' && parameters.isEmpty()) {
            state = State.X10_MOUSE;
            toSkip = 3;
        } else if (b == '$' && isRxvtShift()) {
            end(KeySequences.csi(parameters.toString(), '$'));
        } else if (b >= 0x20 && b < 0x40) {
            parameter(b);
        } else if (b >= 0x40 && b < 0x7F) {
            finish((char) b);
        } else {
            abandon(b);
        }
    }

    private void finish(char end) {
        String all = parameters.toString();
        if (end == '~' && all.equals("200")) {
            begin(State.GROUND);
            flush();
            paste = new BracketedPaste();
            state = State.PASTE;
        } else if (all.isEmpty() && (end == 'I' || end == 'O')) {
            begin(State.GROUND);
            emit(new Input.Focus(end == 'I'));
        } else if (end == 'y' && (all.equals("?2026;1$") || all.equals("?2026;2$"))) {
            begin(State.GROUND);
            synchronizedOutput.run();
        } else if (all.startsWith("<")) {
            begin(State.GROUND);
            Mouse.read(all, end).ifPresent(this::emit);
        } else {
            boolean plain = all.chars().allMatch(c -> c >= '0' && c <= ';') && all.length() < LONGEST_SEQUENCE;
            end(plain ? KeySequences.csi(all, end) : Optional.empty());
        }
    }

    private void ss3(int b) {
        if (b >= '0' && b <= ';') {
            parameter(b);
        } else if (b >= 0x20 && b < 0x7F) {
            end(KeySequences.ss3(parameters.toString(), (char) b));
        } else {
            abandon(b);
        }
    }

    /** OSC, DCS, SOS, PM, APC: answers that nobody waits for, up to ST or BEL. No control character belongs in one. */
    private void string(int b) {
        if (b == ESC) {
            state = State.STRING_ESCAPE;
        } else if (b == BEL) {
            begin(State.GROUND);
        } else if (b < 0x20) {
            abandon(b);
        } else {
            parameter(b);
        }
    }

    private void stringEscape(int b) {
        begin(State.ESCAPE);
        if (b == '\\') {
            begin(State.GROUND);
        } else {
            escape(b);
        }
    }

    private void parameter(int b) {
        if (parameters.length() < LONGEST_SEQUENCE) {
            parameters.append((char) b);
        }
    }

    /** rxvt ends with a dollar what everyone else would go on after. */
    private boolean isRxvtShift() {
        return !parameters.isEmpty() && parameters.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    private void end(Optional<Key> key) {
        boolean withAlt = alt;
        begin(State.GROUND);
        key.ifPresent(known -> emit(withAlt ? known.withAlt() : known));
    }

    private void abandon(int b) {
        begin(State.GROUND);
        ground(b);
    }

    private void begin(State next) {
        state = next;
        alt = false;
        parameters.setLength(0);
    }

    private void endPaste(BracketedPaste ended) {
        paste = null;
        state = State.GROUND;
        sink.accept(new Input.Paste(ended.text()));
    }

    private void emit(Input input) {
        int direction = direction(input);
        if (direction == 0) {
            flush();
            sink.accept(input);
            return;
        }
        typed.flush();
        if (arrows != 0 && Integer.signum(arrows) != direction) {
            flushArrows();
        }
        arrows += direction;
    }

    private static int direction(Input input) {
        if (input.equals(Key.of(Code.UP))) {
            return -1;
        }
        return input.equals(Key.of(Code.DOWN)) ? 1 : 0;
    }

    private void flush() {
        typed.flush();
        flushArrows();
    }

    /** What three hand-made keys in one read would be is a wheel that a terminal turned into arrows. */
    private void flushArrows() {
        int rows = arrows;
        arrows = 0;
        if (Math.abs(rows) >= 3) {
            sink.accept(new Input.Burst(rows));
            return;
        }
        Key key = Key.of(rows < 0 ? Code.UP : Code.DOWN);
        for (int i = 0; i < Math.abs(rows); i++) {
            sink.accept(key);
        }
    }
}
