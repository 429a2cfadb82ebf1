package io.caseclock.notify.rest;

import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.monitor.Asker;
import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.security.credential.TokenCredential;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;

/** What is passed on of the request at hand, to ask in the caller's name: token and unit. */
@RequestScoped
public class CurrentAsker {

  private final SecurityIdentity identity;
  private final CurrentCaller caller;

  @Inject
  CurrentAsker(SecurityIdentity identity, CurrentCaller caller) {
    this.identity = identity;
    this.caller = caller;
  }

  /** The caller, acting there in the unit that they act in here. */
  public Asker get() {
    var present = caller.get();
    return new Asker(token(), present.hasSeveralUnits() ? present.unit() : null);
  }

  /**
   * Empty where the caller came without one. Somebody who signed in with a provider has two; the
   * one for services goes, not the one that tells who it is.
   */
  private String token() {
    var access = identity.getCredential(AccessTokenCredential.class);
    TokenCredential any = access == null ? identity.getCredential(TokenCredential.class) : access;
    return any == null ? "" : any.getToken();
  }
}
