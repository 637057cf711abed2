package dev.parley.session;

import dev.parley.conversation.Inbox;
import dev.parley.conversation.Update;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/**
 * What all sessions of a client have in common.
 *
 * @param inbox the authoritative model of all consumers
 * @param screen where updates go
 * @param clock the service's
 * @param loop brings what completes elsewhere back to the event loop
 * @param freight moves files
 */
record Shared(
        SessionOptions options,
        Inbox inbox,
        Consumer<Update> screen,
        Executor loop,
        Names names,
        AgentVoice voice,
        ServerClock clock,
        Freight freight) {}
