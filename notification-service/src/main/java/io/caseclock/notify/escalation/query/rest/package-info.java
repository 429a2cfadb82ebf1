/** What is asked of a list of breaches, read strictly; for the API and for the pages alike. */
@NullMarked
package io.caseclock.notify.escalation.query.rest;

import org.jspecify.annotations.NullMarked;
