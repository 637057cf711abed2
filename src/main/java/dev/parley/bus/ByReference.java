package dev.parley.bus;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.eventbus.MessageCodec;

/** Hands an immutable message on as it is; there is no wire. */
final class ByReference implements MessageCodec<Object, Object> {
    static final String NAME = "parley";

    @Override
    public Object transform(Object message) {
        return message;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public byte systemCodecID() {
        return -1;
    }

    @Override
    public void encodeToWire(Buffer buffer, Object message) {
        throw new IllegalStateException("messages stay on this machine");
    }

    @Override
    public Object decodeFromWire(int position, Buffer buffer) {
        throw new IllegalStateException("messages stay on this machine");
    }
}
