/**
 * What only this machine's local stack knows: a key pair, passwords and the built-in users, made at
 * the first start and readable by their owner alone. Tokens signed with it open nothing elsewhere.
 */
@NullMarked
package io.caseclock.local.secret;

import org.jspecify.annotations.NullMarked;
