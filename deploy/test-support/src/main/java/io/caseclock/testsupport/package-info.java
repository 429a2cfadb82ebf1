/**
 * A real PostgreSQL and a real Kafka for tests, started once per JVM and gone with it: containers
 * where a Docker daemon answers, embedded servers where not. Every database handed out is fresh and
 * its sessions live in another time zone than the JVM and the law.
 */
@NullMarked
package io.caseclock.testsupport;

import org.jspecify.annotations.NullMarked;
