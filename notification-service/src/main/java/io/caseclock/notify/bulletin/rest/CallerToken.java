package io.caseclock.notify.bulletin.rest;

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

  /** Empty where the caller came without one. */
  String get() {
    var credential = identity.getCredential(TokenCredential.class);
    return credential == null ? "" : credential.getToken();
  }
}
