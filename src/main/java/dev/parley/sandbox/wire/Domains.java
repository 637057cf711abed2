package dev.parley.sandbox.wire;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;

/** The domain look-up of PROTOCOL.md section 1: every service lives here. Immutable. */
final class Domains {
    /** The last one is ours alone: its presence tells a client that this is the sandbox. */
    private static final List<String> SERVICES = List.of(
            "asyncMessagingEnt", "idp", "swift", "tokenizer", "acCdnDomain", "accountConfigReadOnly", "parleySandbox");

    private final String account;

    Domains(String account) {
        this.account = account;
    }

    ObjectNode all(String hostAndPort) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode services = answer.putArray("baseURIs");
        SERVICES.forEach(service -> services.add(entry(service, hostAndPort)));
        return answer;
    }

    Optional<ObjectNode> one(String service, String hostAndPort) {
        return SERVICES.contains(service) ? Optional.of(entry(service, hostAndPort)) : Optional.empty();
    }

    private ObjectNode entry(String service, String hostAndPort) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("service", service)
                .put("account", account)
                .put("baseURI", hostAndPort);
    }
}
