package dev.parley.session;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.protocol.Codec;
import dev.parley.protocol.Frame;
import dev.parley.protocol.MalformedFrame;
import dev.parley.protocol.RequestBody;
import dev.parley.session.Trouble.Hope;
import dev.parley.time.Time;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import java.util.List;

/**
 * The first frame of a socket that shows its token there (PROTOCOL.md 3.2, b): nothing else is said before its answer. One
 * socket's; event loop.
 */
final class Greeting {
    private static final String ID = "0";
    private static final int PATIENCE_MILLIS = 10_000;
    /** The published schema's limit. */
    private static final int LONGEST_TOKEN = 2_048;

    private final Token token;
    private final SignIn signIn;
    private final Dialer.Ear ear;
    private final Promise<Void> answered = Promise.promise();

    Greeting(Token token, SignIn signIn, Dialer.Ear ear) {
        this.token = token;
        this.signIn = signIn;
        this.ear = ear;
    }

    /** Completes with the answer; fails with {@link Trouble}. */
    Future<Void> say(Dialer.Wire wire, Time time) {
        if (token.secret().reveal().length() > LONGEST_TOKEN) {
            return Future.failedFuture(new Trouble(
                    Hope.NONE, "the token is longer than the service takes in a frame (" + LONGEST_TOKEN + ")"));
        }
        ObjectNode authentication = JsonNodeFactory.instance
                .objectNode()
                .put("type", ".ams.headers.ConsumerAuthentication")
                .put("jwt", token.secret().reveal());
        String frame = Codec.encode(new Frame.Request(
                ID, new RequestBody.InitConnection(), List.of(authentication, ClientProperties.frameHeader()), null));
        Time.Timer patience = time.after(
                PATIENCE_MILLIS,
                () -> answered.tryFail(new Trouble(Hope.SOON, "the service does not answer who we say we are")));
        ear.overheard("> " + frame);
        wire.write(frame);
        return answered.future().onComplete(done -> patience.cancel());
    }

    /** Whether this frame came before the answer, or was it: then it is nobody else's. */
    boolean takes(String text) {
        if (answered.future().isComplete()) {
            return false;
        }
        ear.overheard("< " + text);
        try {
            if (Codec.decode(text) instanceof Frame.Response response
                    && response.reqId().equals(ID)) {
                answer(response);
            }
        } catch (MalformedFrame unreadable) {
            answered.tryFail(new Trouble(Hope.SOON, "the service answers something that cannot be read"));
        }
        return true;
    }

    private void answer(Frame.Response response) {
        int code = response.code();
        if (!response.isError()) {
            answered.tryComplete();
        } else if (code == 401 || code == 403) {
            answered.tryFail(signIn.refused(code));
        } else if (code == 429 || code >= 500) {
            answered.tryFail(new Trouble(Hope.RESTED, "the service answers with an error (" + code + ")"));
        } else {
            answered.tryFail(new Trouble(Hope.NONE, "the service refuses the connection: " + response.words()));
        }
    }

    /** The socket is closed. */
    void closed(int code) {
        if (!answered.future().isComplete()) {
            answered.tryFail(
                    CloseCode.of(code) == CloseCode.TOKEN
                            ? signIn.refused(code)
                            : new Trouble(Hope.SOON, "the service closed the connection at once (" + code + ")"));
        }
    }
}
