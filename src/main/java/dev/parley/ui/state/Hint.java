package dev.parley.ui.state;

/** What keys do just now: {@code Enter} {@code takes it}. */
public record Hint(String keys, String words) {}
