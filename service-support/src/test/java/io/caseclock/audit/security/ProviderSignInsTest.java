package io.caseclock.audit.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.audit.Actor;
import io.caseclock.audit.AuditEntry;
import io.quarkus.oidc.SecurityEvent;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ProviderSignInsTest {

  private final List<AuditEntry> kept = new ArrayList<>();
  private final ProviderSignIns signIns = new ProviderSignIns(kept::add, () -> Instant.EPOCH);

  @Test
  void signing_in_and_out_is_kept_and_nothing_between() {
    signIns.keep(event(SecurityEvent.Type.OIDC_LOGIN));
    signIns.keep(event(SecurityEvent.Type.OIDC_SESSION_REFRESHED));
    signIns.keep(event(SecurityEvent.Type.OIDC_LOGOUT_RP_INITIATED));

    assertThat(kept)
        .extracting(AuditEntry::operation)
        .containsExactly("OIDC /sign-in", "OIDC /sign-out");
    assertThat(kept.getFirst().actor())
        .isEqualTo(new Actor("legal", null, List.of("legal-officer"), null));
  }

  private static SecurityEvent event(SecurityEvent.Type type) {
    var identity =
        QuarkusSecurityIdentity.builder()
            .setPrincipal(new QuarkusPrincipal("legal"))
            .addRole("legal-officer")
            .build();
    return new SecurityEvent(type, identity);
  }
}
