/** Tests. */
@NullMarked
package io.caseclock.notify.channel.job;

import org.jspecify.annotations.NullMarked;
