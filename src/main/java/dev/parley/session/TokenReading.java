package dev.parley.session;

/** What became of reading a token. */
public sealed interface TokenReading permits Token, TokenProblem {}
