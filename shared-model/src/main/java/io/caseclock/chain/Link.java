package io.caseclock.chain;

/**
 * An entry as it is kept.
 *
 * @param hash that was kept with it, which need not be the one that it has
 */
public record Link(ChainEntry entry, String hash) {}
