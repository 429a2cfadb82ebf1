/**
 * The transactional hand-over that every service uses. What is appended to the {@link
 * io.caseclock.outbox.Outbox} in a transaction reaches Kafka at least once if, and only if, that
 * transaction commits, in order for each key, however many replicas relay and however long Kafka is
 * away. The {@link io.caseclock.outbox.Inbox} makes the receiving side's effects happen once.
 */
@NullMarked
package io.caseclock.outbox;

import org.jspecify.annotations.NullMarked;
