package io.caseclock.e2e.doors;

/** A request with one or more faults, which are named so that it can be found again. */
record Spoiled(String fault, Request request) {}
