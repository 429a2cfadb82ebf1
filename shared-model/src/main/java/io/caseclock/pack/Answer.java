package io.caseclock.pack;

import io.caseclock.contract.Names;

/**
 * One of the answers that may be given.
 *
 * @param bad whether it shows a fault, which becomes a finding
 * @param keepsOpen whether the task stays open until somebody answers again: a fault that is not
 *     mended yet
 */
public record Answer(String id, Names names, boolean bad, boolean keepsOpen) {}
