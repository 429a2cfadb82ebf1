/**
 * The deadlines of the visitor's units: filtered, sorted, saved as filters of one's own, given as
 * files, and taken on with one plan date.
 */
@NullMarked
package io.caseclock.notify.console.deadline;

import org.jspecify.annotations.NullMarked;
