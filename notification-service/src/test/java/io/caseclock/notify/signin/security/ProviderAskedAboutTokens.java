package io.caseclock.notify.signin.security;

import java.util.Map;

/** The same provider, asked anew about each token after a second. */
public class ProviderAskedAboutTokens extends Provider {

  public ProviderAskedAboutTokens() {
    super(Map.of("caseclock.tokens.revoked-within", "1s"));
  }
}
