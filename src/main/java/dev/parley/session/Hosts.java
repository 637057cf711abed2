package dev.parley.session;

import java.util.Optional;

/**
 * Where an account's services are (PROTOCOL.md section 1).
 *
 * @param messaging {@code asyncMessagingEnt}
 * @param profiles {@code acCdnDomain}, where agents' public names are
 * @param sandbox {@code parleySandbox}: only Parley's own sandbox names this service
 */
record Hosts(Endpoint messaging, Endpoint idp, Optional<Endpoint> profiles, Optional<Endpoint> sandbox) {}
