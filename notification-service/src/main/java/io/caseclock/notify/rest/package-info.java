/**
 * What the REST doors of all capabilities share: pages, strict parameters, and policies in JSON,
 * which are written alike in the API and in the tables.
 */
@NullMarked
package io.caseclock.notify.rest;

import org.jspecify.annotations.NullMarked;
