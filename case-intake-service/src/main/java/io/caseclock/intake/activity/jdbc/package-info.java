/** What sources send, in PostgreSQL. */
@NullMarked
package io.caseclock.intake.activity.jdbc;

import org.jspecify.annotations.NullMarked;
