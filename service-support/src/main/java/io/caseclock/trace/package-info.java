/**
 * Follows what came in from one service to the next: spans of OpenTelemetry, whose context travels
 * in the records and beside the rows that wait. They say which operation, topic or channel and how
 * long, and never which case, person or text.
 */
@NullMarked
package io.caseclock.trace;

import org.jspecify.annotations.NullMarked;
