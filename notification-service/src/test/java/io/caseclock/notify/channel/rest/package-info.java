/** Tests. */
@NullMarked
package io.caseclock.notify.channel.rest;

import org.jspecify.annotations.NullMarked;
