package dev.parley.log;

import java.util.logging.ErrorManager;

/** What cannot be logged is gone: there is nowhere left to say so. */
final class Silent extends ErrorManager {
    @Override
    public synchronized void error(String message, Exception failure, int code) {}
}
