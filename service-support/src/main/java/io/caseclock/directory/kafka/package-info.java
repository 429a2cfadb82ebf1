/** Keeps a service's copy of the directory up to date. */
@NullMarked
package io.caseclock.directory.kafka;

import org.jspecify.annotations.NullMarked;
