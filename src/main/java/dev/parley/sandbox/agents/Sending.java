package dev.parley.sandbox.agents;

import dev.parley.sandbox.service.Conversation;
import dev.parley.sandbox.service.Conversations;
import dev.parley.sandbox.service.Refusal;
import dev.parley.sandbox.service.Vault;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;

/** A file of an agent on its way: first the bytes to the disk, then the event that tells of them. Event loop. */
final class Sending {
    private final Conversations conversations;
    private final Vault vault;

    Sending(Conversations conversations, Vault vault) {
        this.conversations = conversations;
        this.vault = vault;
    }

    /**
     * As the assigned agent of the conversation by the time the bytes are there; if it is closed by then nothing is told.
     *
     * @param then told why the disk refused, or nothing; what the event needs is kept in the same turn
     * @throws Refusal when the file is none
     */
    void send(
            Conversation conversation, Act.SendFile file, byte[] bytes, long at, Consumer<Optional<IOException>> then) {
        if (bytes.length == 0 || bytes.length > Vault.MOST_BYTES) {
            throw new Refusal(400, "A file has 1 byte to 3 MB");
        }
        if (!file.fileType().matches("[A-Za-z0-9]{1,8}")) {
            throw new Refusal(400, "A file's type has 1 to 8 letters and digits");
        }
        String path = conversations.newPath(file.fileType());
        vault.put(path, bytes, failed -> {
            if (failed.isEmpty() && conversation.isOpen()) {
                conversation.agent().ifPresent(agent -> {
                    conversations.keepFile(path, agent.agentId(), file.fileType(), bytes.length, at);
                    new Acting(conversations, conversation, agent.agentId(), agent.role(), at).fileSent(file, path);
                });
            }
            then.accept(failed);
        });
    }
}
