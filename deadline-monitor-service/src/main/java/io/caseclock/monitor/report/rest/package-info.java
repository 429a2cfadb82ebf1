/** Kept deadlines over HTTP, each answer limited to the caller's subtree. */
@NullMarked
package io.caseclock.monitor.report.rest;

import org.jspecify.annotations.NullMarked;
