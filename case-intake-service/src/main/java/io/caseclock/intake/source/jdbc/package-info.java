/**
 * The registrations of clients in table {@code source_client}, which keeps what has ended, and what
 * single clients may send in {@code client_limit}.
 */
@NullMarked
package io.caseclock.intake.source.jdbc;

import org.jspecify.annotations.NullMarked;
