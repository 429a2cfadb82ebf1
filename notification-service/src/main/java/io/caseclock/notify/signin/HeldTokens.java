package io.caseclock.notify.signin;

import java.util.Collection;
import java.util.Set;

/** Knows which tokens the provider took back. */
@FunctionalInterface
public interface HeldTokens {

  /** Those of the tokens that hold; one about which nobody answers does not. */
  Set<String> among(Collection<String> tokens);
}
