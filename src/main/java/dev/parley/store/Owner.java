package dev.parley.store;

/** Whose it is. */
record Owner(String account, String consumerId) {}
