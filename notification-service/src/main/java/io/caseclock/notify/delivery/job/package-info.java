/**
 * Looks once a second, for all listeners of this replica at once, whether anything new was filed.
 */
@NullMarked
package io.caseclock.notify.delivery.job;

import org.jspecify.annotations.NullMarked;
