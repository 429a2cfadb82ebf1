/**
 * The page of one case: its time as a picture, every deadline with its explanation, what happened,
 * and what people were told of it. What is known of deadlines is the monitor's; here are only the
 * places on the paper.
 */
@NullMarked
package io.caseclock.notify.console.casepage;

import org.jspecify.annotations.NullMarked;
