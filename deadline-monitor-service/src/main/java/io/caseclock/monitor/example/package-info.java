/**
 * Works a pack's own examples out and compares: what a person counted by hand must be what the
 * engine finds. Each result tells which mechanism of counting it proves.
 */
@NullMarked
package io.caseclock.monitor.example;

import org.jspecify.annotations.NullMarked;
