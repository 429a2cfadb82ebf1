/** What a change of the law would do, and whether what is kept is right, over HTTP. */
@NullMarked
package io.caseclock.monitor.revision.rest;

import org.jspecify.annotations.NullMarked;
