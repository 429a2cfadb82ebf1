/**
 * The rules as a book: found by their words and provisions, and tried out on dates that are only
 * supposed, under each version of the law.
 */
@NullMarked
package io.caseclock.monitor.rulebook;

import org.jspecify.annotations.NullMarked;
