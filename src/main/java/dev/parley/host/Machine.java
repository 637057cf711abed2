package dev.parley.host;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What this machine is called. */
final class Machine {
    private Machine() {}

    static String name() {
        String name;
        try {
            // The kernel's own answer asks no name service.
            name = Files.readString(Path.of("/proc/sys/kernel/hostname"), StandardCharsets.US_ASCII);
        } catch (IOException notLinux) {
            name = byNetwork();
        }
        String plain = name.replaceAll("[^A-Za-z0-9._-]", "");
        return plain.isEmpty() ? "localhost" : plain;
    }

    private static String byNetwork() {
        try {
            return InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException nameless) {
            return "";
        }
    }
}
