/**
 * Real servers without an installation: a PostgreSQL and an Apache Kafka broker that listen on the
 * loopback address only, keep what they were given across a {@code kill -9}, and say in one
 * sentence what is wrong when they cannot start.
 */
@NullMarked
package io.caseclock.embedded;

import org.jspecify.annotations.NullMarked;
