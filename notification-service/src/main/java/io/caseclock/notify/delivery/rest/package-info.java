/** A person's own inbox, as pages and as a live stream. */
@NullMarked
package io.caseclock.notify.delivery.rest;

import org.jspecify.annotations.NullMarked;
