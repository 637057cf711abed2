package dev.parley.conversation;

/**
 * Somebody in a conversation. Their name, where the service tells one, is {@link Consumer#nameOf}.
 *
 * @param id the participant's public id, raw
 * @param self whether it is the consumer of this session: {@code originatorId} equals the token's {@code sub}
 */
public record Who(String id, Role role, boolean self) {}
