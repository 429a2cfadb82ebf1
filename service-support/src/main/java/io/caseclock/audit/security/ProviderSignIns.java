package io.caseclock.audit.security;

import io.caseclock.access.security.CurrentCaller;
import io.caseclock.audit.Actor;
import io.caseclock.audit.AuditEntry;
import io.caseclock.audit.AuditLog;
import io.quarkus.oidc.SecurityEvent;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/**
 * Signing in and out with an OpenID Connect provider, which no resource of ours sees. What the
 * provider refuses stands in its own log.
 */
@Singleton
public class ProviderSignIns {

  private static final int OK = 200;

  private final AuditLog log;
  private final InstantSource clock;

  ProviderSignIns(AuditLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  void keep(@Observes SecurityEvent event) {
    switch (event.getEventType()) {
      case OIDC_LOGIN -> keep("OIDC /sign-in", event.getSecurityIdentity());
      case OIDC_LOGOUT_RP_INITIATED -> keep("OIDC /sign-out", event.getSecurityIdentity());
      default -> {}
    }
  }

  private void keep(String operation, SecurityIdentity identity) {
    log.keep(
        new AuditEntry(
            clock.instant(),
            Actor.of(CurrentCaller.of(identity)),
            operation,
            Map.of(),
            OK,
            UUID.randomUUID().toString()));
  }
}
