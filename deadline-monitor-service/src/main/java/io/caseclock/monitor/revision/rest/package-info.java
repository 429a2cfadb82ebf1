/** What a change of the law would do, and what it did, over HTTP. */
@NullMarked
package io.caseclock.monitor.revision.rest;

import org.jspecify.annotations.NullMarked;
