/** Accounts and the signing key that the local launcher wrote. */
@NullMarked
package io.caseclock.notify.signin.file;

import org.jspecify.annotations.NullMarked;
