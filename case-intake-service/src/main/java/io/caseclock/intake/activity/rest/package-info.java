/** Which sources are quiet, over HTTP. */
@NullMarked
package io.caseclock.intake.activity.rest;

import org.jspecify.annotations.NullMarked;
