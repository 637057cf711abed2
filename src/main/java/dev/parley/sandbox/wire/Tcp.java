package dev.parley.sandbox.wire;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOption;
import io.vertx.core.http.HttpConnection;
import io.vertx.core.http.impl.HttpServerConnection;

/**
 * A client's connection below HTTP and WebSocket, for what no well-behaved server does: Vert.x ends connections politely,
 * so this reaches for Netty's channel behind it. Event loop.
 */
final class Tcp {
    private final Channel channel;

    private Tcp(Channel channel) {
        this.channel = channel;
    }

    static Tcp of(HttpConnection connection) {
        return new Tcp(
                ((HttpServerConnection) connection).channelHandlerContext().channel());
    }

    /** What was written goes out, then FIN: no close frame, no answer. */
    void cut() {
        ChannelHandlerContext end = channel.pipeline().firstContext();
        if (end == null) {
            channel.close();
        } else {
            end.flush();
            end.close();
        }
    }

    /** RST: what is on its way may be lost. */
    void reset() {
        channel.config().setOption(ChannelOption.SO_LINGER, 0);
        cut();
    }

    /** Bytes as they are, past every encoder. */
    void write(byte[] bytes) {
        ChannelHandlerContext end = channel.pipeline().firstContext();
        if (end != null) {
            end.writeAndFlush(Unpooled.wrappedBuffer(bytes));
        }
    }
}
