/** The calculator over HTTP. */
@NullMarked
package io.caseclock.monitor.preview.rest;

import org.jspecify.annotations.NullMarked;
