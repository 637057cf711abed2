/**
 * A network that goes wrong on purpose, on 127.0.0.1: {@link dev.parley.fault.FaultProxy} between a client and a server that
 * mean well, {@link dev.parley.fault.RawPeer} in place of a server that does not. Both work on bytes and know nothing of what
 * is said. Test code only; their threads are their own.
 */
@org.jspecify.annotations.NullMarked
package dev.parley.fault;
