/** Sorts the mail once a moment. */
@NullMarked
package io.caseclock.notify.pipeline.job;

import org.jspecify.annotations.NullMarked;
