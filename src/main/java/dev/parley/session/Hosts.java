package dev.parley.session;

import java.util.Optional;

/**
 * Where an account's services are (PROTOCOL.md section 1).
 *
 * @param messaging {@code asyncMessagingEnt}
 * @param profiles {@code acCdnDomain}, where agents' public names are
 * @param sandbox {@code parleySandbox}: only Parley's own sandbox names this service
 * @param swift where files are
 * @param tokenizer where secure forms are filled in
 */
record Hosts(
        Endpoint messaging,
        Endpoint idp,
        Optional<Endpoint> profiles,
        Optional<Endpoint> sandbox,
        Optional<Endpoint> swift,
        Optional<Endpoint> tokenizer) {
    Hosts(Endpoint messaging, Endpoint idp, Optional<Endpoint> profiles, Optional<Endpoint> sandbox) {
        this(messaging, idp, profiles, sandbox, Optional.empty(), Optional.empty());
    }

    /** Whether all of it is on this machine: then what it names may be here too. */
    boolean isEmulator() {
        return !messaging.tls() || sandbox.isPresent();
    }
}
