package io.caseclock.monitor.history;

/**
 * Findings about history, which nobody was told of.
 *
 * @param cause such as {@code unwatched} or {@code contradiction}
 */
public record HeldFindingLine(String unit, String cause, long findings) {}
