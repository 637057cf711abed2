package dev.parley.fault;

import java.io.IOException;

/** One fault after the other. */
record Chain(Fault first, Fault second) implements Fault {
    @Override
    public void pass(byte[] bytes, Out out) throws IOException {
        first.pass(bytes, through(out));
    }

    @Override
    public void end(Out out) throws IOException {
        first.end(through(out));
    }

    private Out through(Out out) {
        return new Out() {
            @Override
            public void write(byte[] bytes) throws IOException {
                second.pass(bytes, out);
            }

            @Override
            public void close() throws IOException {
                second.end(out);
            }

            @Override
            public void cut() {
                out.cut();
            }

            @Override
            public void reset() {
                out.reset();
            }
        };
    }
}
