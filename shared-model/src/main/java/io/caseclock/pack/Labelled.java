package io.caseclock.pack;

import io.caseclock.contract.Names;

/** A supervision list or an indicator: an id with its names. */
public record Labelled(String id, Names names) {}
