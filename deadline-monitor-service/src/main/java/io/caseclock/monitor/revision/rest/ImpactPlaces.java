package io.caseclock.monitor.revision.rest;

import io.caseclock.monitor.limit.Bulkhead;

/** How many comparisons of packs go on here at a time, whichever way they were asked for. */
public record ImpactPlaces(Bulkhead places) {}
