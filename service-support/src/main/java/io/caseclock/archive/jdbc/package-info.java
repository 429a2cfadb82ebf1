/** Reads all that the tables of a service hold about a case. */
@NullMarked
package io.caseclock.archive.jdbc;

import org.jspecify.annotations.NullMarked;
