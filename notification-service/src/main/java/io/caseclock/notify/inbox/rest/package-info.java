/** The caller's own inbox, as pages and as a stream. */
@NullMarked
package io.caseclock.notify.inbox.rest;

import org.jspecify.annotations.NullMarked;
