/**
 * How a deadline came about, over HTTP: as JSON, as an annex for the case file, for a past day, and
 * for events that are only supposed.
 */
@NullMarked
package io.caseclock.monitor.explain.rest;

import org.jspecify.annotations.NullMarked;
