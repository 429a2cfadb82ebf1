package io.caseclock.pack;

import io.caseclock.contract.Names;

/** An event from which the whole period runs anew. */
public record Restart(Trigger trigger, Names names, String basis) {}
