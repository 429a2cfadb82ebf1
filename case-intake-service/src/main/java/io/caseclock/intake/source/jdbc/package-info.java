/** The registrations of clients in table {@code source_client}, which keeps what has ended. */
@NullMarked
package io.caseclock.intake.source.jdbc;

import org.jspecify.annotations.NullMarked;
