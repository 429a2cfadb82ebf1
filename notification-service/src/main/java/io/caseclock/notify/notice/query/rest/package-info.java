/** What is asked of a list of notices, read strictly; for the API and for the pages alike. */
@NullMarked
package io.caseclock.notify.notice.query.rest;

import org.jspecify.annotations.NullMarked;
