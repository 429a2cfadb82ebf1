/** Sends what is due. */
@NullMarked
package io.caseclock.notify.channel.job;

import org.jspecify.annotations.NullMarked;
