package dev.parley.referee;

/** What a consumer gets who asks for a second conversation while one is open, PROTOCOL.md section 5. */
public enum Second {
    /** 400 with a string. */
    REFUSED,
    /** 200 with the id of the open one. */
    THE_OPEN_ONE,
    /** 200 with another. */
    ALLOWED
}
