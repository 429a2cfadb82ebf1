/** The waiting messages in PostgreSQL, shared by all replicas. */
@NullMarked
package io.caseclock.notify.pipeline.jdbc;

import org.jspecify.annotations.NullMarked;
