/** Tests. */
@NullMarked
package io.caseclock.notify.channel.jdbc;

import org.jspecify.annotations.NullMarked;
