package dev.parley.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.SplittableRandom;

/** What goes on while somebody types. */
enum Trouble {
    NONE("nothing is wrong") {},

    SERVICE_STOPPED("the service stands still") {
        @Override
        void begin(Scene scene) throws IOException, InterruptedException {
            scene.sandbox().stop();
        }
    },

    LINK_CUT("the link is reset again and again") {
        @Override
        void between(Scene scene, int key) throws IOException, InterruptedException {
            if (key % 5 == 0) {
                scene.sandbox().faults("{\"on\":\"now\",\"do\":[\"rst\"]}");
            }
        }
    },

    REFUSED("every connection is refused at the door") {
        @Override
        void begin(Scene scene) throws IOException, InterruptedException {
            scene.sandbox().faults("{\"on\":\"upgrade\",\"do\":[\"rst\"]}", "{\"on\":\"now\",\"do\":[\"rst\"]}");
        }
    },

    SLOW_SERVICE("each answer takes 8 s") {
        @Override
        void begin(Scene scene) throws IOException, InterruptedException {
            scene.sandbox().faults("{\"on\":\"request\",\"do\":[\"delay:8000\"]}", "{\"on\":\"now\",\"do\":[\"rst\"]}");
        }
    },

    STORM("5 000 messages a second come in") {
        @Override
        void begin(Scene scene) throws IOException, InterruptedException {
            scene.sandbox().burst(scene.conversation(), 200_000, 5_000);
        }
    },

    CATCH_UP("10 000 messages are caught up after a start") {
        @Override
        void begin(Scene scene) throws IOException, InterruptedException {
            scene.sandbox().burst(scene.conversation(), 10_000, 5_000);
            scene.typist().awaitText("burst 10000 of 10000");
            scene.leave();
            scene.loseHistory();
            scene.startAgain();
            scene.typist().awaitText(">");
        }
    },

    RESIZES("the window changes its size 50 times a second") {
        private final SplittableRandom random = new SplittableRandom(20);

        @Override
        void between(Scene scene, int key) {
            scene.typist().resize(60 + random.nextInt(180), 12 + random.nextInt(60));
        }
    },

    DISK_SLOW("others force 4 MB a time to the same disk without end") {
        @Override
        void begin(Scene scene) throws IOException {
            for (int i = 0; i < 2; i++) {
                Path file = scene.home().resolve("busy-" + i);
                Thread hog = new Thread(() -> force(file), "disk-hog");
                hog.setDaemon(true);
                scene.atTheEnd(hog::interrupt);
                hog.start();
            }
        }
    },

    DISK_FULL("the disk is full") {
        /** A disk of its own for the state, in a namespace that only the program is in. */
        @Override
        List<String> startedBy(Path home) throws IOException {
            Path state = Files.createDirectories(home.resolve("small"));
            return List.of(
                    "unshare",
                    "-rm",
                    "sh",
                    "-c",
                    "mount -t tmpfs -o size=24m small " + state + " && export XDG_STATE_HOME=" + state
                            + " && { while [ ! -e " + home.resolve("fill") + " ]; do sleep 0.2; done;"
                            + " dd if=/dev/zero of=" + state + "/rest bs=64k 2>/dev/null; touch "
                            + home.resolve("filled") + "; } & exec \"$0\" \"$@\"");
        }

        @Override
        void begin(Scene scene) throws IOException, InterruptedException {
            Files.createFile(scene.home().resolve("fill"));
            while (!Files.exists(scene.home().resolve("filled"))) {
                scene.typist().look(Duration.ofMillis(100));
            }
        }
    };

    private static final int FORCED_BYTES = 4 << 20;

    private final String what;

    Trouble(String what) {
        this.what = what;
    }

    void begin(Scene scene) throws IOException, InterruptedException {}

    /** Between two keys. */
    void between(Scene scene, int key) throws IOException, InterruptedException {}

    /** What the program is to be started by. */
    List<String> startedBy(Path home) throws IOException {
        return List.of();
    }

    @Override
    public String toString() {
        return what;
    }

    private static void force(Path path) {
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            while (!Thread.currentThread().isInterrupted()) {
                file.write(ByteBuffer.allocate(FORCED_BYTES), 0);
                file.force(true);
            }
        } catch (IOException interrupted) {
            // The end of it.
        }
    }
}
