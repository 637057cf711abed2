/**
 * Stories of the whole client: real keys in, real bytes out, read back by the emulator; the bus, the sessions and a service
 * on a loopback port, either the sandbox or the referee. {@link Client} is the driver. Waits are for what the screen shows,
 * looked at after each flush; time is leapt over ({@link StoryTime}), never slept.
 */
package dev.parley.story;
