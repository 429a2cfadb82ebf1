/**
 * Every endpoint that the three services describe: who may call it and whose data it shows, by one
 * table that people review, and what it answers to input that no honest client would send.
 */
@NullMarked
package io.caseclock.e2e.doors;

import org.jspecify.annotations.NullMarked;
