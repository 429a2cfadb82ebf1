/** Gives the archive of a case to whoever watches over all units. */
@NullMarked
package io.caseclock.archive.rest;

import org.jspecify.annotations.NullMarked;
