package dev.parley.door;

import com.googlecode.lanterna.TextCharacter;
import com.googlecode.lanterna.graphics.TextGraphics;
import com.googlecode.lanterna.screen.Screen;
import com.googlecode.lanterna.terminal.Terminal;
import com.googlecode.lanterna.terminal.ansi.UnixTerminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;

/** Reaches the terminal past the one door, in every way there is. Nobody calls it: it is here to be found. */
final class BackDoor {
    private BackDoor() {}

    static void print(String content) {
        System.out.println(content);
    }

    static void complain(String content) {
        System.err.println(content);
    }

    static void takeOver(PrintStream other) {
        System.setOut(other);
    }

    static void console(String content) {
        System.console().printf("%s", content);
    }

    static void trace(Exception content) {
        content.printStackTrace();
    }

    static Handler log() {
        return new ConsoleHandler();
    }

    static FileOutputStream descriptor() {
        return new FileOutputStream(FileDescriptor.out);
    }

    static FileOutputStream device() throws IOException {
        return new FileOutputStream("/dev/tty");
    }

    static Process child(String content) throws IOException {
        return new ProcessBuilder("echo", content).inheritIO().start();
    }

    static ProcessBuilder.Redirect redirect() {
        return ProcessBuilder.Redirect.INHERIT;
    }

    static void draw(TextGraphics graphics, String content) {
        graphics.putString(0, 0, content);
    }

    static void cell(Screen screen, TextCharacter content) throws IOException {
        screen.setCharacter(0, 0, content);
        screen.refresh();
    }

    static void write(Terminal terminal, char content) throws IOException {
        terminal.putCharacter(content);
    }

    static void title(UnixTerminal terminal, String content) throws IOException {
        terminal.setTitle(content);
    }
}
