/** Reads and changes the policy, and tries it out. */
@NullMarked
package io.caseclock.notify.routing.rest;

import org.jspecify.annotations.NullMarked;
