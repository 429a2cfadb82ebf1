/** Turns every exception that leaves a resource into a problem document. */
@NullMarked
package io.caseclock.problem.rest;

import org.jspecify.annotations.NullMarked;
