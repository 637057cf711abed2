package dev.parley.sandbox.service;

/** One client's socket as the service sees it. Called on the sandbox's event loop. */
public interface Outlet {
    /** One frame. Nothing happens when the socket is gone. */
    void send(String frame);

    void close(int code, String reason);
}
