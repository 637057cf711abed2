package dev.parley.session;

import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Optional;

/**
 * Where a service is to be reached.
 *
 * @param tls https and wss; otherwise http and ws, which is for loopback only
 * @param pinned the address it was found to have; set by {@link ClearText}, which wants a loopback one, and required
 *     without TLS, or set by {@link Reach}: so nothing can be resolved differently between the check and the connection
 */
record Endpoint(String host, int port, boolean tls, Optional<InetAddress> pinned) {
    /** Reads {@code http(s)://host[:port]} or {@code ws(s)://…}. */
    static Endpoint of(URI uri) throws Trouble {
        String scheme = String.valueOf(uri.getScheme());
        boolean tls = scheme.equals("https") || scheme.equals("wss");
        boolean clear = scheme.equals("http") || scheme.equals("ws");
        String host = uri.getHost();
        if (!tls && !clear || host == null || uri.getUserInfo() != null) {
            throw new Trouble(Trouble.Hope.NONE, "not an address of a service: give it as https://host");
        }
        int port = uri.getPort() >= 0 ? uri.getPort() : tls ? 443 : 80;
        return new Endpoint(bare(host), port, tls, Optional.empty());
    }

    /**
     * Reads a {@code baseURI}: a bare host, perhaps with a port (PROTOCOL.md section 1); a scheme is taken too. Without one
     * it is reached as the server that named it is.
     */
    static Endpoint of(String baseUri, boolean tls) throws Trouble {
        try {
            URI uri = URI.create(baseUri.contains("://") ? baseUri : (tls ? "https://" : "http://") + baseUri);
            String path = String.valueOf(uri.getRawPath());
            if ((path.isEmpty() || path.equals("/")) && uri.getRawQuery() == null && uri.getRawFragment() == null) {
                return of(uri);
            }
        } catch (IllegalArgumentException unreadable) {
            throw notAHost();
        }
        throw notAHost();
    }

    /** Host and port, for the eye. */
    String name() {
        String shown = host.contains(":") ? "[" + host + "]" : host;
        return port == (tls ? 443 : 80) ? shown : shown + ":" + port;
    }

    /** Points a request here. */
    <T extends RequestOptions> T aim(T options, String path) {
        options.setHost(host).setPort(port).setSsl(tls).setURI(path).setFollowRedirects(false);
        if (!tls && pinned.isEmpty()) {
            throw new IllegalStateException("clear text to an unchecked host");
        }
        pinned.ifPresent(
                address -> options.setServer(SocketAddress.inetSocketAddress(new InetSocketAddress(address, port))));
        return options;
    }

    private static Trouble notAHost() {
        return new Trouble(Trouble.Hope.LATER, "the domain service names a host that is none");
    }

    private static String bare(String host) {
        return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
    }
}
