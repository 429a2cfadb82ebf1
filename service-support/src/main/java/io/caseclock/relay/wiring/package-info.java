/** Runs the outbox relay in every service, from one set of keys. */
@NullMarked
package io.caseclock.relay.wiring;

import org.jspecify.annotations.NullMarked;
