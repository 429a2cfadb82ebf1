/** The task list of those who call back and review, and what they do with it. */
@NullMarked
package io.caseclock.notify.task.rest;

import org.jspecify.annotations.NullMarked;
