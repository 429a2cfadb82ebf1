/** What is asked of a list of tasks, read strictly; for the API and for the pages alike. */
@NullMarked
package io.caseclock.notify.task.query.rest;

import org.jspecify.annotations.NullMarked;
