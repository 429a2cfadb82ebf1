/** Writes an entry for each request that asks for a change, and shows them to those who watch. */
@NullMarked
package io.caseclock.audit.rest;

import org.jspecify.annotations.NullMarked;
