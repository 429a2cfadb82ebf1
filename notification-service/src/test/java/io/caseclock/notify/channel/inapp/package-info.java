/** Tests. */
@NullMarked
package io.caseclock.notify.channel.inapp;

import org.jspecify.annotations.NullMarked;
