/** Keeps the directory in the service's own schema. */
@NullMarked
package io.caseclock.directory.jdbc;

import org.jspecify.annotations.NullMarked;
