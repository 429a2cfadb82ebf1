/** Which sources have fallen silent, against what they usually send. */
@NullMarked
package io.caseclock.intake.activity;

import org.jspecify.annotations.NullMarked;
