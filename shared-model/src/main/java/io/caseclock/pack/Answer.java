package io.caseclock.pack;

import io.caseclock.contract.Names;

/**
 * One of the answers that may be given.
 *
 * @param bad whether it shows a fault
 */
public record Answer(String id, Names names, boolean bad) {}
