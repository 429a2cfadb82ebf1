package io.caseclock.notify.signin;

import java.time.Duration;

/** What became of an attempt to sign in. */
public sealed interface SignInOutcome {

  /** Name and password fit together. */
  record SignedIn(Account account) implements SignInOutcome {}

  /** Name and password do not fit together. */
  record Refused() implements SignInOutcome {}

  /** Too many attempts failed before; nothing was looked at, the right password neither. */
  record TooSoon(Duration pause) implements SignInOutcome {}
}
