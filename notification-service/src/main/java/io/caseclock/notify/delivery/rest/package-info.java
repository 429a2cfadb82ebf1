/** The delivery log for those who run and audit the system. */
@NullMarked
package io.caseclock.notify.delivery.rest;

import org.jspecify.annotations.NullMarked;
