package io.caseclock.notify.rest;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** The token of the request at hand, to be passed on in the caller's name. */
@RequestScoped
public class CallerToken {

  private final SecurityIdentity identity;

  @Inject
  CallerToken(SecurityIdentity identity) {
    this.identity = identity;
  }

  /**
   * Empty where the caller came without one. Somebody who signed in with a provider has two; the
   * one for services goes, not the one that tells who it is.
   */
  public String get() {
    var access = identity.getCredential(AccessTokenCredential.class);
    TokenCredential any = access == null ? identity.getCredential(TokenCredential.class) : access;
    return any == null ? "" : any.getToken();
  }
}
