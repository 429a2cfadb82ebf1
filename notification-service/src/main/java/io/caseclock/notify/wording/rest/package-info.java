/** Shows and changes the wording of messages. */
@NullMarked
package io.caseclock.notify.wording.rest;

import org.jspecify.annotations.NullMarked;
