package dev.parley.store;

import dev.parley.conversation.Ports;
import dev.parley.conversation.SentTexts;

class MemoryPortsTest extends PortsContract {
    private final MemoryPorts factory = new MemoryPorts();
    private final SentTexts sentTexts = new MemorySentTexts();

    @Override
    Ports.Factory factory() {
        return factory;
    }

    @Override
    SentTexts sentTexts() {
        return sentTexts;
    }
}
