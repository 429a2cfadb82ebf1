/** Tests. */
@NullMarked
package io.caseclock.notify.channel.sms;

import org.jspecify.annotations.NullMarked;
