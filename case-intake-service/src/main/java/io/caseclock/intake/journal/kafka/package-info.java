/** Hands the journal's outbox to Kafka, and makes the topics it needs where they are missing. */
@NullMarked
package io.caseclock.intake.journal.kafka;

import org.jspecify.annotations.NullMarked;
