/**
 * What every consumer does with trouble: wait while the database is away, put aside what cannot be
 * taken in, go on.
 */
@NullMarked
package io.caseclock.consume.kafka;

import org.jspecify.annotations.NullMarked;
