/** Statistics over REST, as JSON and as CSV. */
@NullMarked
package io.caseclock.monitor.statistics.rest;

import org.jspecify.annotations.NullMarked;
