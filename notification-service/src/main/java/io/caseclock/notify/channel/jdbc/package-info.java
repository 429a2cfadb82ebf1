/** The queue of outgoing deliveries, which several replicas share. */
@NullMarked
package io.caseclock.notify.channel.jdbc;

import org.jspecify.annotations.NullMarked;
