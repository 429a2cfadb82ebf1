/** The pages of those who call back and review. */
@NullMarked
package io.caseclock.notify.console.task;

import org.jspecify.annotations.NullMarked;
