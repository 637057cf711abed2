package dev.parley.referee;

/** How the domain lookup answers, PROTOCOL.md section 1. */
public enum Lookup {
    /** The list of all, and each alone. */
    BOTH,
    /** Each alone; the list is 404. */
    EACH_ALONE,
    /** 404 for everything. */
    UNKNOWN_ACCOUNT,
    /** 500 with a page. */
    BROKEN
}
