/**
 * Signs in with the accounts that the local launcher wrote, finds out by the session cookie who
 * calls, and refuses what other sites send.
 */
@NullMarked
package io.caseclock.notify.signin.security;

import org.jspecify.annotations.NullMarked;
