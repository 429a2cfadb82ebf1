/** Hands what an outbox holds to Kafka, whenever the broker can be reached. */
@NullMarked
package io.caseclock.relay.kafka;

import org.jspecify.annotations.NullMarked;
