package dev.parley.fuzz;

import dev.parley.protocol.Codec;
import dev.parley.protocol.Frame;
import dev.parley.protocol.MalformedFrame;

/** A frame is decoded or malformed; what was decoded can be written and read again. */
final class DecoderFuzz {
    private DecoderFuzz() {}

    static void take(byte[] input) {
        Frame frame;
        try {
            frame = Codec.decode(Raw.text(input));
        } catch (MalformedFrame refused) {
            return;
        }
        String written = Codec.encode(frame);
        try {
            String again = Codec.encode(Codec.decode(written));
            Found.unless(again.equals(written), "written twice it reads otherwise: " + written + " / " + again);
        } catch (MalformedFrame own) {
            throw new Found("cannot read what it wrote: " + written, own);
        }
        Found.unless(!frame.toString().isEmpty(), "cannot be named");
    }
}
