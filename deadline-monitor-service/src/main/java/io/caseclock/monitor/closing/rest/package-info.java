/** Has a period closed that was missed. */
@NullMarked
package io.caseclock.monitor.closing.rest;

import org.jspecify.annotations.NullMarked;
