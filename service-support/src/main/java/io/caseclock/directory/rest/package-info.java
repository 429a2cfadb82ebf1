/** Keeps what concerns all units to those above all of them. */
@NullMarked
package io.caseclock.directory.rest;

import org.jspecify.annotations.NullMarked;
