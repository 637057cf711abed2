package dev.parley.session;

import io.vertx.core.http.UpgradeRejectedException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.concurrent.TimeoutException;

/** Why something on the way to the service did not work; its message is one sentence for the person. */
final class Trouble extends Exception {
    private static final long serialVersionUID = 1L;

    /** What trying again is worth. */
    enum Hope {
        /** Try again with the usual back-off. */
        SOON,
        /** Try again, but not within a minute. */
        LATER,
        /** Trying again by itself would change nothing: wait for the person. */
        NONE
    }

    private final Hope hope;

    Trouble(Hope hope, String sentence) {
        super(sentence, null, false, false);
        this.hope = hope;
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
            if (each.getClass().getSimpleName().startsWith("SSL")) {
                return new Trouble(Hope.LATER, at.host() + " cannot be trusted: " + certificate(each));
            }
            if (each instanceof TimeoutException
                    || each.getClass().getSimpleName().contains("Timeout")) {
                return new Trouble(Hope.SOON, at.name() + " does not answer");
            }
            if (each instanceof ConnectException) {
                return new Trouble(Hope.SOON, "nothing answers at " + at.name());
            }
        }
        return new Trouble(Hope.SOON, "the connection to " + at.name() + " broke");
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
        return status >= 500 && status < 600
                ? new Trouble(Hope.SOON, "the service answers with an error (" + status + ")")
                : intruder(at);
    }

    static Trouble intruder(Endpoint at) {
        return new Trouble(Hope.SOON, "this network answers in place of " + at.host() + ": sign in to it first");
    }

    private static String certificate(Throwable cause) {
        for (Throwable each = cause; each != null; each = each.getCause()) {
            String said = String.valueOf(each.getMessage());
            if (said.contains("PKIX") || said.contains("certification path")) {
                return "its certificate is not signed by anyone this machine trusts, or has expired";
            }
            if (said.contains("subject alternative") || said.contains("No name matching")) {
                return "its certificate is for another host";
            }
        }
        return "no secure connection could be agreed on";
    }
}
