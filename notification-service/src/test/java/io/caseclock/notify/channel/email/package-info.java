/** Tests. */
@NullMarked
package io.caseclock.notify.channel.email;

import org.jspecify.annotations.NullMarked;
