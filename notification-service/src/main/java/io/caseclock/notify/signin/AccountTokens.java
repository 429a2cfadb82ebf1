package io.caseclock.notify.signin;

/** Makes the token by which the suite's services know a built-in account. */
@FunctionalInterface
public interface AccountTokens {

  /** A new one, for requests that are sent at once. */
  String issue(Account account);
}
