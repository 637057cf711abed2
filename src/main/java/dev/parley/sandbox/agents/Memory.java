package dev.parley.sandbox.agents;

/**
 * What Ada notes in a conversation.
 *
 * @param met the nickname the consumer last heard an introduction from; empty for none
 * @param quiet whether she was told to be quiet
 * @param handled the last sequence somebody has already planned an answer to; -1 for none
 */
record Memory(String met, boolean quiet, long handled) {
    private static final Memory NOTHING = new Memory("", false, -1);

    static Memory read(String note) {
        String[] parts = note.split(" ", 3);
        return parts.length == 3 && parts[1].matches("-?[0-9]{1,18}")
                ? new Memory(parts[2], parts[0].equals("quiet"), Long.parseLong(parts[1]))
                : NOTHING;
    }

    String note() {
        return (quiet ? "quiet " : "awake ") + handled + " " + met;
    }
}
