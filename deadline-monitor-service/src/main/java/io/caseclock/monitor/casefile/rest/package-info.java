/** Answers questions about the file of a case over HTTP. */
@NullMarked
package io.caseclock.monitor.casefile.rest;

import org.jspecify.annotations.NullMarked;
