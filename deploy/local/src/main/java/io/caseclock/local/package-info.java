/**
 * The whole suite on one machine: PostgreSQL, Kafka and the three services as processes that can be
 * started, killed and started again one by one, bound to the loopback address, with everything they
 * keep in one directory.
 */
@NullMarked
package io.caseclock.local;

import org.jspecify.annotations.NullMarked;
