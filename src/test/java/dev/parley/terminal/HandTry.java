package dev.parley.terminal;

import com.googlecode.lanterna.SGR;
import com.googlecode.lanterna.TextColor;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;
import java.util.concurrent.LinkedBlockingQueue;

/** A screen to try the terminal by hand, and for the tests under a pty: shows what comes in; Ctrl-C quits, Ctrl-Z stops. */
public final class HandTry {
    private static final Style BAR =
            new Style(TextColor.ANSI.BLACK, new TextColor.RGB(143, 188, 187), Set.of(SGR.BOLD));

    private HandTry() {}

    public static void main(String[] arguments) throws Exception {
        UnixTty tty = new UnixTty(System.getenv(), ColorMode.detect(System.getenv()));
        LinkedBlockingQueue<Input> inputs = new LinkedBlockingQueue<>();
        Runtime.getRuntime().addShutdownHook(new Thread(tty::restore));
        tty.start(inputs::add);
        Deque<String> log = new ArrayDeque<>();
        StringBuilder line = new StringBuilder();
        log.add("READY");
        while (true) {
            draw(tty, log, line.toString());
            Input input = inputs.take();
            if (input.equals(Key.ctrl('c')) || input instanceof Input.Ended) {
                tty.restore();
                System.exit(input instanceof Input.Ended ? 129 : 0);
            } else if (input.equals(Key.ctrl('z'))) {
                log.addFirst("suspend " + tty.suspend());
            } else if (input.equals(Key.ctrl('l')) || input instanceof Input.Continued) {
                tty.forget();
                log.addFirst(input.toString());
            } else if (input instanceof Key key && !key.ctrl() && !key.alt() && key.code() == Key.Code.TEXT) {
                line.append(key.text());
            } else if (input.equals(Key.of(Key.Code.BACKSPACE))) {
                line.setLength(Math.max(0, line.length() - 1));
            } else {
                log.addFirst(input.toString());
            }
        }
    }

    private static void draw(UnixTty tty, Deque<String> log, String line) throws Exception {
        Surface screen = tty.surface();
        screen.fill(Style.PLAIN);
        screen.blank(0, 0, screen.columns(), BAR);
        screen.put(1, 0, SafeTexts.byHand("hand try " + screen.columns() + "x" + screen.rows()), BAR);
        int row = 1;
        for (String entry : log) {
            screen.put(0, row++, SafeTexts.byHand(entry.replace('\n', '|').replace('\033', '^')), Style.PLAIN);
        }
        screen.put(0, screen.rows() - 2, SafeTexts.byHand("漢字 👨‍👩‍👧 é ❤️ 🇩🇪│after"), Style.PLAIN);
        int end = screen.put(0, screen.rows() - 1, SafeTexts.byHand(" > " + line), Style.PLAIN);
        tty.cursor(end, screen.rows() - 1);
        tty.title(SafeTexts.byHand("hand try"));
        tty.flush();
    }
}
