/**
 * What every consumer of this service does with trouble: wait while the database is away, put aside
 * what cannot be read, go on.
 */
@NullMarked
package io.caseclock.notify.kafka;

import org.jspecify.annotations.NullMarked;
