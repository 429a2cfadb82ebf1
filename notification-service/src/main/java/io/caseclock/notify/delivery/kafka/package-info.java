/** Keeps this service's copy of the directory. */
@NullMarked
package io.caseclock.notify.delivery.kafka;

import org.jspecify.annotations.NullMarked;
