/** Text messages through any gateway that takes an HTTP post; its form is configuration. */
@NullMarked
package io.caseclock.notify.channel.sms;

import org.jspecify.annotations.NullMarked;
