/** The rule book over REST. */
@NullMarked
package io.caseclock.monitor.rulebook.rest;

import org.jspecify.annotations.NullMarked;
