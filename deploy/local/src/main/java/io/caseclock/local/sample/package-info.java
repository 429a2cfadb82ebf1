/**
 * The sample: one fictional sub-bureau and three months of its work, as CloudEvents. The same
 * instant and the same seed give the same events; no event is later than that instant. People,
 * numbers and places are invented.
 */
@NullMarked
package io.caseclock.local.sample;

import org.jspecify.annotations.NullMarked;
