/** Tests. */
@NullMarked
package io.caseclock.notify.channel.wecom;

import org.jspecify.annotations.NullMarked;
