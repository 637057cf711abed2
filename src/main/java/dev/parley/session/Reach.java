package dev.parley.session;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;

/**
 * Where a file may be fetched from or put: not from hosts inside the network that this machine stands in, to which somebody
 * outside could send us (RELIABILITY.md 3.4). What is found is pinned.
 */
final class Reach {
    private Reach() {}

    /**
     * The endpoint as it may be used; fails with {@link Trouble} when it may not. Names are looked up on a worker.
     *
     * @param emulator whether the account's services are on this machine
     */
    static Future<Endpoint> check(Vertx vertx, Endpoint endpoint, boolean emulator) {
        return vertx.executeBlocking(() -> pin(endpoint, emulator, InetAddress::getAllByName));
    }

    static Endpoint pin(Endpoint endpoint, boolean emulator, ClearText.Resolver resolver) throws Trouble {
        if (!endpoint.tls()) {
            if (!emulator) {
                throw new Trouble(Trouble.Hope.NONE, "files come over https only, and not from " + endpoint.name());
            }
            return ClearText.pin(endpoint, resolver);
        }
        InetAddress[] addresses;
        try {
            addresses = resolver.resolve(endpoint.host());
        } catch (UnknownHostException unknown) {
            throw new Trouble(Trouble.Hope.SOON, "cannot find host " + endpoint.host());
        }
        for (InetAddress address : addresses) {
            if (isInside(address) && !(emulator && address.isLoopbackAddress())) {
                throw new Trouble(
                        Trouble.Hope.NONE, endpoint.host() + " is inside this network: nothing is fetched from there");
            }
        }
        return new Endpoint(endpoint.host(), endpoint.port(), true, Optional.of(addresses[0]));
    }

    /** Loopback, private, link-local, shared (RFC 6598), unique local (RFC 4193), this network, and what is no host at all. */
    static boolean isInside(InetAddress address) {
        byte[] bytes = address.getAddress();
        int first = bytes[0] & 0xff;
        int second = bytes[1] & 0xff;
        boolean inside = address.isLoopbackAddress()
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                || address.isAnyLocalAddress()
                || address.isMulticastAddress();
        return address instanceof Inet6Address
                ? inside || (first & 0xfe) == 0xfc || hidesAnother(first, second, bytes)
                : inside || first == 0 || first >= 240 || first == 100 && (second & 0xc0) == 64;
    }

    /** 6to4, NAT64 and their like lead to an IPv4 address that stands in them. */
    private static boolean hidesAnother(int first, int second, byte[] bytes) {
        boolean sixToFour = first == 0x20 && second == 0x02;
        boolean nat64 = first == 0 && second == 0x64 && (bytes[2] & 0xff) == 0xff && (bytes[3] & 0xff) == 0x9b;
        boolean compatible = first == 0 && second == 0 && !nat64;
        return sixToFour || nat64 || compatible;
    }
}
