/** What waits for people at this moment, counted: notices that are not signed, and call-backs. */
@NullMarked
package io.caseclock.notify.overview;

import org.jspecify.annotations.NullMarked;
