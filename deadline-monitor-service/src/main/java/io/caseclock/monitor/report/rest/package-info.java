/** Kept deadlines, and the rules by which they are computed, over HTTP. */
@NullMarked
package io.caseclock.monitor.report.rest;

import org.jspecify.annotations.NullMarked;
