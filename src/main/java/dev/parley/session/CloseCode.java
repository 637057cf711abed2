package dev.parley.session;

/** What a close code asks of us (RELIABILITY.md 2.2, PROTOCOL.md section 12). */
enum CloseCode {
    /** Nothing special: connect again with the usual back-off. */
    USUAL,
    /** The service restarts: everybody comes back at once unless they spread. */
    RESTART,
    /** Somebody broke the protocol: worth three tries. */
    BROKEN_PROTOCOL,
    /** Something of ours is not wanted: once more after a minute. */
    POLICY,
    TOO_MUCH,
    BUSY,
    /** No secure connection: nothing that passes in a minute. */
    INSECURE,
    /** The token: once more, the second time within five minutes ask the person. */
    TOKEN;

    /** No close frame came. */
    static final int CUT = 1006;

    static CloseCode of(int code) {
        switch (code) {
            case 1001:
            case 1012:
                return RESTART;
            case 1002:
            case 1003:
            case 1007:
            case 1010:
                return BROKEN_PROTOCOL;
            case 1008:
                return POLICY;
            case 1009:
                return TOO_MUCH;
            case 1013:
                return BUSY;
            case 1015:
                return INSECURE;
            case 4401:
            case 4407:
                return TOKEN;
            default:
                return code >= 4000 ? POLICY : USUAL;
        }
    }
}
