/** E-mail: a level, a number and a link; a repetition bears the same Message-ID. */
@NullMarked
package io.caseclock.notify.channel.email;

import org.jspecify.annotations.NullMarked;
