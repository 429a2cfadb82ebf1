/** Why levels change, as people write it. */
@org.jspecify.annotations.NullMarked
package io.caseclock.monitor.level.rest;
