/**
 * Proves that nothing was missed: computes every open deadline again from the kept events alone and
 * compares the result with what is stored.
 */
@NullMarked
package io.caseclock.monitor.audit;

import org.jspecify.annotations.NullMarked;
