package dev.parley.session;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.host.Secret;
import io.vertx.core.Future;
import java.util.Map;
import java.util.Optional;

/** The few HTTP requests of a session. Each fails with {@link Trouble}. Event loop. */
interface Web {
    Future<Answer> get(Endpoint at, String path);

    /** {@code json} may be empty: then there is no body. */
    Future<Answer> post(Endpoint at, String path, Map<String, Secret> headers, String json);

    /** @param body as JSON; empty when there was none or it was something else */
    record Answer(int status, Optional<JsonNode> body) {
        boolean isOk() {
            return status >= 200 && status < 300;
        }
    }
}
