/**
 * Posting to an address that somebody configured: bounded in time and in what is read, without
 * following redirects, and not into the own network unless that is allowed.
 */
@NullMarked
package io.caseclock.notify.channel.http;

import org.jspecify.annotations.NullMarked;
