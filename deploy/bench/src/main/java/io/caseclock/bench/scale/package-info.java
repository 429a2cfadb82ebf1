/**
 * How many processors a site wants: from what things cost when they were measured, and what is
 * assumed of a site, both read from {@code docs/scaling.md}, second by second over its worst day.
 */
@NullMarked
package io.caseclock.bench.scale;

import org.jspecify.annotations.NullMarked;
