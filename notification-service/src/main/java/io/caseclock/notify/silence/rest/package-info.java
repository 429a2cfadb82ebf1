/** The calls that ask for a silence, approve it and end it. */
@NullMarked
package io.caseclock.notify.silence.rest;

import org.jspecify.annotations.NullMarked;
