/**
 * Translates the contract to CloudEvents 1.0 in Kafka's binary mode ({@code ce_} headers) and back.
 * What cannot be read is refused with {@link io.caseclock.wire.MalformedRecordException}, never
 * guessed.
 */
@NullMarked
package io.caseclock.wire;

import org.jspecify.annotations.NullMarked;
