package dev.parley.session;

import io.vertx.core.http.UpgradeRejectedException;
import java.net.ConnectException;
import java.net.SocketException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.security.cert.CertPathBuilderException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;

/** Why something on the way to the service did not work; its message is one sentence for the person. */
final class Trouble extends Exception {
    private static final long serialVersionUID = 1L;

    /** What trying again is worth. */
    enum Hope {
        /** Try again with the usual back-off. */
        SOON,
        /** The service has an error of its own: after 5, 10, 15 s, as LivePerson asks for. */
        RESTED,
        /** Try again, but not within a minute. */
        LATER,
        /** Trying again by itself would change nothing: wait for the person. */
        NONE
    }

    private enum Kind {
        USUAL,
        STRANGER,
        SIGN_IN
    }

    private final Hope hope;
    private final Kind kind;

    Trouble(Hope hope, String sentence) {
        this(hope, sentence, Kind.USUAL);
    }

    private Trouble(Hope hope, String sentence, Kind kind) {
        super(sentence, null, false, false);
        this.hope = hope;
        this.kind = kind;
    }

    /** The service has judged what somebody wanted to sign in with, and does not take it. */
    static Trouble refusedSignIn(String sentence) {
        return new Trouble(Hope.NONE, sentence, Kind.SIGN_IN);
    }

    boolean isRefusedSignIn() {
        return kind == Kind.SIGN_IN;
    }

    /** Whether something answered that is not the service. */
    boolean isStranger() {
        return kind == Kind.STRANGER;
    }

    Hope hope() {
        return hope;
    }

    String sentence() {
        return String.valueOf(getMessage());
    }

    /** Why {@code at} could not be spoken to. Never quotes what was sent. */
    static Trouble of(Throwable cause, Endpoint at) {
        if (cause instanceof Trouble trouble) {
            return trouble;
        }
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each instanceof UpgradeRejectedException refused) {
                return refusedUpgrade(refused.getStatus(), at);
            }
            if (each instanceof UnknownHostException) {
                return new Trouble(Hope.SOON, "cannot find host " + at.host());
            }
            if (each instanceof SSLException) {
                return insecure(each, at);
            }
            // Netty's, for what is no HTTP at all.
            if (each instanceof IllegalArgumentException) {
                return intruder(at);
            }
            if (each instanceof TimeoutException
                    || each.getClass().getSimpleName().contains("Timeout")) {
                return new Trouble(Hope.SOON, at.name() + " does not answer");
            }
            if (each instanceof ConnectException) {
                return new Trouble(Hope.SOON, "nothing answers at " + at.name());
            }
        }
        return broke(at);
    }

    /** PROTOCOL.md 3.2 and section 12: what a status in place of 101 means; 401 and 403 are {@link SignIn#refused}. */
    private static Trouble refusedUpgrade(int status, Endpoint at) {
        if (status == 503) {
            return new Trouble(Hope.LATER, "messaging is not enabled for this account, or the service is down (503)");
        }
        if (status == 404) {
            return new Trouble(Hope.LATER, "there is no messaging service at " + at.name() + " (404)");
        }
        if (status == 429 || status == 451) {
            return new Trouble(Hope.LATER, "the service takes no more connections now (" + status + ")");
        }
        if (status == 400 || status == 405 || status == 406 || status == 410 || status == 426) {
            return new Trouble(Hope.NONE, "the service refuses the connection (" + status + ")");
        }
        return isServersOwn(status)
                ? new Trouble(Hope.RESTED, "the service answers with an error (" + status + ")")
                : intruder(at);
    }

    /** Whether an HTTP status tells of an error of the service. 511 is a network's that wants to be signed in to. */
    static boolean isServersOwn(int status) {
        return status >= 500 && status < 600 && status != 511;
    }

    static Trouble intruder(Endpoint at) {
        return new Trouble(
                Hope.SOON,
                "this network answers in place of the server " + at.host() + ": sign in to it first",
                Kind.STRANGER);
    }

    private static Trouble insecure(Throwable cause, Endpoint at) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            if (each.getClass().getSimpleName().equals("NotSslRecordException")) {
                return intruder(at);
            }
            boolean cut = each instanceof ClosedChannelException || each instanceof SocketException;
            if (cut || String.valueOf(each.getMessage()).startsWith("Connection closed")) {
                return broke(at);
            }
        }
        return new Trouble(Hope.LATER, at.host() + " cannot be trusted: " + distrust(cause));
    }

    private static Trouble broke(Endpoint at) {
        return new Trouble(Hope.SOON, "the connection to " + at.name() + " broke");
    }

    private static String distrust(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            String said = String.valueOf(each.getMessage());
            if (each instanceof CertificateExpiredException) {
                return "its certificate has expired";
            }
            if (each instanceof CertificateNotYetValidException) {
                return "its certificate is not valid yet; is this machine's clock right?";
            }
            if (each instanceof CertPathBuilderException) {
                return "its certificate is not signed by anyone this machine trusts";
            }
            if (said.contains("subject alternative") || said.contains("No name matching")) {
                return "its certificate is for another host";
            }
        }
        return "no secure connection could be agreed on";
    }
}
