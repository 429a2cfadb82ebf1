package io.caseclock.notify.signin.security;

import io.caseclock.notify.signin.Account;
import io.caseclock.notify.signin.AccountTokens;
import io.caseclock.notify.signin.Sessions;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.IdentityProvider;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Looks up who is signed in, on each request anew: a session that was ended opens nothing more. */
@ApplicationScoped
public class SessionIdentityProvider implements IdentityProvider<SessionRequest> {

  private final Sessions sessions;
  private final AccountTokens tokens;

  @Inject
  SessionIdentityProvider(Sessions sessions, AccountTokens tokens) {
    this.sessions = sessions;
    this.tokens = tokens;
  }

  @Override
  public Class<SessionRequest> getRequestType() {
    return SessionRequest.class;
  }

  /** Null where nobody is signed in by that id. */
  @Override
  public Uni<SecurityIdentity> authenticate(
      SessionRequest request, AuthenticationRequestContext context) {
    return context.runBlocking(() -> sessions.find(request.id()).map(this::identity).orElse(null));
  }

  private SecurityIdentity identity(Account account) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(new AccountPrincipal(account))
        .addRole(account.role())
        .addCredential(new AccountCredential(() -> tokens.issue(account)))
        .build();
  }
}
