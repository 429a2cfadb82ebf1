package io.caseclock.access.security;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.json.Json;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CurrentCallerTest {

  @Test
  void roles_unit_and_officer_come_from_the_token() {
    var caller =
        caller(
            new Token("li.example", Map.of("unit", "D0102", "officer", "O1")),
            "officer",
            "legal-officer");

    assertThat(caller)
        .isEqualTo(
            new Caller("li.example", Set.of(Role.OFFICER, Role.LEGAL_OFFICER), "D0102", "O1"));
    assertThat(caller.visibleUnit()).contains("D0102");
    assertThat(caller.asOfficer()).contains("O1");
  }

  @Test
  void groups_that_are_no_role_of_ours_give_nothing() {
    var caller = caller(new Token("x", Map.of("unit", "D01")), "uma_authorization", "AUDITOR");

    assertThat(caller.roles()).isEmpty();
    assertThat(caller.is(Role.AUDITOR)).isFalse();
  }

  @Test
  void a_token_without_a_unit_sees_nothing() {
    assertThat(caller(new Token("x", Map.of()), "supervisor").visibleUnit()).isEmpty();
    assertThat(caller(new Token("x", Map.of("unit", " ")), "supervisor").visibleUnit()).isEmpty();
  }

  @Test
  void a_unit_that_is_no_plain_text_sees_nothing() {
    var several = new Token("x", Map.of("unit", List.of("D01", "D02"), "officer", 7));

    var caller = caller(several, "supervisor");

    assertThat(caller.visibleUnit()).isEmpty();
    assertThat(caller.asOfficer()).isEmpty();
  }

  @Test
  void sources_are_a_list_of_texts_or_one_text_alone() {
    var json = Json.createArrayBuilder().add("urn:precinct:x01").add(7).add("urn:precinct:x02:*");

    assertThat(sources(List.of("urn:precinct:x01", 7))).containsExactly("urn:precinct:x01");
    assertThat(sources("urn:precinct:x01")).containsExactly("urn:precinct:x01");
    assertThat(sources(json.build())).containsExactly("urn:precinct:x01", "urn:precinct:x02:*");
    assertThat(sources(7)).isEmpty();
    assertThat(caller(new Token("x", Map.of()), "precinct-system").sources()).isEmpty();
  }

  private static List<String> sources(Object claim) {
    return caller(new Token("x", Map.of("sources", claim)), "precinct-system").sources();
  }

  @Test
  void whoever_came_without_a_token_has_a_name_and_sees_nothing() {
    var caller = caller(new QuarkusPrincipal("somebody"), "administrator");

    assertThat(caller.name()).isEqualTo("somebody");
    assertThat(caller.is(Role.ADMINISTRATOR)).isTrue();
    assertThat(caller.visibleUnit()).isEmpty();
  }

  private static Caller caller(Principal principal, String... groups) {
    var identity =
        QuarkusSecurityIdentity.builder().setPrincipal(principal).addRoles(Set.of(groups)).build();
    return new CurrentCaller(identity).get();
  }

  private record Token(String name, Map<String, Object> claims) implements JsonWebToken {

    @Override
    public String getName() {
      return name;
    }

    @Override
    public Set<String> getClaimNames() {
      return claims.keySet();
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> @Nullable T getClaim(String claim) {
      return (T) claims.get(claim);
    }
  }
}
