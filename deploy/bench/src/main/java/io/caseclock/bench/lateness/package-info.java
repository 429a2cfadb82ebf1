/**
 * How late an alarm is while deadlines become due steadily: from the due instant to the record on
 * Kafka and to the row in the inbox, with one replica of each service and with several.
 */
@NullMarked
package io.caseclock.bench.lateness;

import org.jspecify.annotations.NullMarked;
