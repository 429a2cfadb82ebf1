/** Tests. */
@NullMarked
package io.caseclock.notify.channel.http;

import org.jspecify.annotations.NullMarked;
