/**
 * What people are told: a message states one fact, and its recipients are those who are told it.
 */
@NullMarked
package io.caseclock.notify.message;

import org.jspecify.annotations.NullMarked;
