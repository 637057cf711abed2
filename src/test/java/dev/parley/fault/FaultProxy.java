package dev.parley.fault;

import dev.parley.fault.Fault.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Stands between a client and a server and lets bytes through, or not. Faults may be changed at any time, from any thread;
 * they hold from the next bytes on, for connections that are open and for those to come.
 */
public final class FaultProxy implements AutoCloseable {
    private static final long NEVER = Long.MAX_VALUE;

    private final ServerSocket door;
    private final int target;
    private final Set<Link> links = ConcurrentHashMap.newKeySet();
    private final AtomicLong passed = new AtomicLong();
    private final AtomicLong cutAt = new AtomicLong(NEVER);
    private final AtomicInteger accepted = new AtomicInteger();
    private volatile Kind toClient = Fault.none();
    private volatile Kind toServer = Fault.none();
    private volatile boolean refusing;

    private FaultProxy(int target) throws IOException {
        this.target = target;
        this.door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
    }

    /** Listens at once, in front of {@code 127.0.0.1:target}. */
    public static FaultProxy before(int target) {
        try {
            FaultProxy proxy = new FaultProxy(target);
            thread(proxy::accept);
            return proxy;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public int port() {
        return door.getLocalPort();
    }

    /** How many connections were made so far. */
    public int accepted() {
        return accepted.get();
    }

    /** How many bytes went through so far, both directions of all connections together. */
    public long passed() {
        return passed.get();
    }

    /** What happens to what the server says. */
    public void toClient(Kind fault) {
        toClient = fault;
    }

    /** What happens to what the client says. */
    public void toServer(Kind fault) {
        toServer = fault;
    }

    /** Nothing goes wrong any more, but for what is lost already. */
    public void heal() {
        toClient = Fault.none();
        toServer = Fault.none();
        refusing = false;
        cutAt.set(NEVER);
    }

    /** Half-open: both directions stay silent, and nothing ends. */
    public void hold() {
        toClient = Fault.timeout();
        toServer = Fault.timeout();
    }

    /** New connections end as soon as they begin. */
    public void refuse() {
        refusing = true;
    }

    /** Cuts once, when so many bytes have gone through since the start, counted as by {@link #passed}. */
    public void cutAtByte(long index) {
        cutAt.set(index);
    }

    /** Ends all connections now. */
    public void cut() {
        links.forEach(Link::cut);
    }

    /** Ends all connections now, with RST. */
    public void reset() {
        links.forEach(Link::reset);
    }

    @Override
    public void close() {
        quietly(door);
        cut();
    }

    private void accept() {
        try {
            while (true) {
                Socket client = door.accept();
                accepted.incrementAndGet();
                if (refusing) {
                    quietly(client);
                } else {
                    new Link(client, new Socket(InetAddress.getLoopbackAddress(), target)).start();
                }
            }
        } catch (IOException closed) {
            quietly(door);
        }
    }

    private static void thread(Runnable work) {
        Thread thread = new Thread(work, "fault-proxy");
        thread.setDaemon(true);
        thread.start();
    }

    private static void quietly(AutoCloseable end) {
        try {
            end.close();
        } catch (Exception gone) {
            // What was to be closed is.
            return;
        }
    }

    /** One connection: two sockets and a pump each way. */
    private final class Link {
        private final Socket client;
        private final Socket server;

        Link(Socket client, Socket server) throws IOException {
            this.client = client;
            this.server = server;
            client.setTcpNoDelay(true);
            server.setTcpNoDelay(true);
        }

        void start() {
            links.add(this);
            thread(() -> pump(client, server, true));
            thread(() -> pump(server, client, false));
        }

        void cut() {
            links.remove(this);
            quietly(client);
            quietly(server);
        }

        void reset() {
            for (Socket each : new Socket[] {client, server}) {
                try {
                    each.setSoLinger(true, 0);
                } catch (IOException gone) {
                    continue;
                }
            }
            cut();
        }

        private void pump(Socket from, Socket to, boolean isToServer) {
            Kind kind = Fault.none();
            Fault fault = kind.begin();
            byte[] buffer = new byte[1 << 16];
            try {
                Fault.Out out = new Way(to);
                InputStream in = from.getInputStream();
                while (true) {
                    int length = in.read(buffer);
                    Kind wanted = isToServer ? toServer : toClient;
                    if (wanted != kind) {
                        kind = wanted;
                        fault = kind.begin();
                    }
                    if (length < 0) {
                        fault.end(out);
                        return;
                    }
                    fault.pass(Arrays.copyOf(buffer, length), out);
                }
            } catch (IOException gone) {
                cut();
            }
        }

        private final class Way implements Fault.Out {
            private final Socket to;

            Way(Socket to) {
                this.to = to;
            }

            @Override
            public void write(byte[] bytes) throws IOException {
                long after = passed.addAndGet(bytes.length);
                long limit = cutAt.get();
                if (after >= limit && cutAt.compareAndSet(limit, NEVER)) {
                    long allowed = Math.max(0, bytes.length - (after - limit));
                    to.getOutputStream().write(bytes, 0, (int) allowed);
                    cut();
                } else {
                    to.getOutputStream().write(bytes);
                }
            }

            @Override
            public void close() throws IOException {
                to.shutdownOutput();
            }

            @Override
            public void cut() {
                Link.this.cut();
            }

            @Override
            public void reset() {
                Link.this.reset();
            }
        }
    }
}
