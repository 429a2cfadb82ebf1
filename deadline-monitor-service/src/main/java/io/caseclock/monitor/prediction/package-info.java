/**
 * How likely it is that a running deadline will be missed, learned from how long such steps took.
 * Not a judgement on anybody: it says what became of others that had been open for as long. Learned
 * and computed by a job from the kept deadlines, measured against months that it did not know, and
 * told as a warning only in units that switched it on.
 */
@NullMarked
package io.caseclock.monitor.prediction;

import org.jspecify.annotations.NullMarked;
