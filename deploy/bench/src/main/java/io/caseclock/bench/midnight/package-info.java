/**
 * The whole way at one midnight: what is due at the same instant in the monitor, through Kafka,
 * until it stands in the inbox of everybody whom the policy names.
 */
@NullMarked
package io.caseclock.bench.midnight;

import org.jspecify.annotations.NullMarked;
