/** What is asked of a list of an inbox, read strictly; for the API and for the pages alike. */
@NullMarked
package io.caseclock.notify.inbox.query.rest;

import org.jspecify.annotations.NullMarked;
