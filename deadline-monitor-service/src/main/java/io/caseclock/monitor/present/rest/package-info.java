/** Serves how units stand at this moment. */
@NullMarked
package io.caseclock.monitor.present.rest;

import org.jspecify.annotations.NullMarked;
