/**
 * Other ways to find the deadlines of a case, for the engine to be measured beside: a loop over all
 * rules, Drools, and decision tables. What each of them cannot say is left out for all.
 */
@NullMarked
package io.caseclock.bench.others;

import org.jspecify.annotations.NullMarked;
