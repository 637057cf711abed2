package dev.parley.host;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Another process: what one JVM does to a folder is seen by a second one only when it is a second one. */
final class Child implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 30;

    private final Process process;
    private final BufferedReader said;

    private Child(Process process) {
        this.process = process;
        this.said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** Takes the folder's lock and keeps it until it dies; said its first line when it has it. */
    static Child holding(Path folder) throws IOException {
        Child child = new Child(start("", "hold", folder.toString()));
        String line = child.said.readLine();
        if (!"held".equals(line)) {
            child.close();
            throw new AssertionError("the child said " + line);
        }
        return child;
    }

    /** Makes a folder and files in it while every right is left to everybody. */
    static void makingUnderUmaskZero(Path folder) throws IOException, InterruptedException {
        try (Child child = new Child(start("umask 000; ", "make", folder.toString()))) {
            String line = child.said.readLine();
            if (!"made".equals(line)) {
                throw new AssertionError("the child said " + line);
            }
            child.process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    long pid() {
        return process.pid();
    }

    /** As kill -9 does. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new AssertionError("survived kill -9");
        }
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }

    private static Process start(String before, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", before + "exec \"$0\" \"$@\""));
        command.addAll(List.of(
                System.getProperty("java.home") + "/bin/java",
                "-XX:TieredStopAtLevel=1",
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                Child.class.getName()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true).start();
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[1]);
        if (args[0].equals("make")) {
            PrivateFiles.makeFolder(folder);
            FolderLock.take(folder).close();
            PrivateFiles.makeFile(folder.resolve("made"));
            PrivateFiles.create(folder.resolve("created")).close();
            PrivateFiles.open(folder.resolve("opened"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)
                    .close();
            PrivateFiles.replace(folder.resolve("replaced"), new byte[1]);
            System.out.println("made");
            return;
        }
        try (FolderLock lock = FolderLock.take(folder)) {
            System.out.println("held" + (lock == null ? "?" : ""));
            System.in.read();
        }
    }
}
