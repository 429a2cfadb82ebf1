package io.caseclock.notify.signin.security;

import io.quarkus.security.credential.TokenCredential;
import java.util.function.Supplier;

/** The token of a built-in account, signed only where it is asked for. */
final class AccountCredential extends TokenCredential {

  private final Supplier<String> issue;

  AccountCredential(Supplier<String> issue) {
    super("", "bearer");
    this.issue = issue;
  }

  @Override
  public String getToken() {
    return issue.get();
  }
}
