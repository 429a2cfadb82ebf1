/** Tests. */
@org.jspecify.annotations.NullMarked
package io.caseclock.notify.memory;
