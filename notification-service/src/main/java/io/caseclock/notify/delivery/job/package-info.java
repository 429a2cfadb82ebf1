/** Sends what is due. */
@NullMarked
package io.caseclock.notify.delivery.job;

import org.jspecify.annotations.NullMarked;
