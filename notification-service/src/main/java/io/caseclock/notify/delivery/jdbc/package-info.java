/** The queue of outgoing deliveries, which several replicas share. */
@NullMarked
package io.caseclock.notify.delivery.jdbc;

import org.jspecify.annotations.NullMarked;
