/** Changing the wording by the API. */
@NullMarked
package io.caseclock.notify.wording.rest;

import org.jspecify.annotations.NullMarked;
