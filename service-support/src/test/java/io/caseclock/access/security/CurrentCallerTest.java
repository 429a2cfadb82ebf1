package io.caseclock.access.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.problem.Problem;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import jakarta.json.Json;
import java.security.Principal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
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
  void an_officer_that_is_no_plain_text_is_none() {
    assertThat(caller(new Token("x", Map.of("officer", 7)), "supervisor").asOfficer()).isEmpty();
  }

  @Test
  void of_several_units_the_first_is_acted_in() {
    var json = Json.createArrayBuilder().add("D02").add("D01").build();

    assertThat(of(List.of("D02", "D01")).visibleUnit()).contains("D02");
    assertThat(of(json).units()).containsExactly("D02", "D01");
    assertThat(of(List.of("D01"))).isEqualTo(of("D01"));
    assertThat(of(numbered(16)).units()).hasSize(16);
  }

  @Test
  void the_units_of_a_claim_are_read_in_their_normal_form() {
    assertThat(of("\uff2401").visibleUnit()).contains("D01");
    assertThat(refusal(List.of("D01", "\uff2401")).detail()).contains("twice");
  }

  @Test
  void a_claim_of_units_that_makes_no_sense_is_refused_and_said_to_be_so() {
    assertThat(refusal(List.of()).detail()).contains("0 units", "administrator");
    assertThat(refusal(numbered(17)).detail()).contains("17 units");
    assertThat(refusal(List.of("D01", 7)).detail()).contains("no id");
    assertThat(refusal(Json.createArrayBuilder().add("D01").add(7).build()).detail())
        .contains("no id");
    assertThat(refusal(List.of("D01", "D02", "D01")).detail()).contains("twice");
    assertThat(refusal(List.of("D01", "")).detail()).contains("no id");
    assertThat(refusal(List.of("D01", List.of("D02"))).detail()).contains("no id");
    assertThat(refusal(Map.of("D01", true)).detail()).contains("no id");
    assertThat(refusal(7).detail()).contains("no id");
    assertThat(refusal("D01\nD02").detail()).contains("no id");
    assertThat(refusal(7).type()).isEqualTo(ProblemType.NOT_ALLOWED);
  }

  @Test
  void whose_claim_makes_no_sense_is_shown_without_a_unit() {
    var identity = identity(new Token("x", Map.of("unit", List.of())), "auditor");

    assertThat(new CurrentCaller(identity, Wish.none()).shown())
        .isEqualTo(new Caller("x", Set.of(Role.AUDITOR), null, null));
    assertThat(CurrentCaller.of(identity).visibleUnit()).isEmpty();
  }

  @Test
  void who_names_a_unit_of_somebody_else_is_refused_and_shown_in_their_first() {
    var identity = identity(new Token("x", Map.of("unit", List.of("D01", "D02"))), "auditor");
    var caller = new CurrentCaller(identity, Wish.named("D03"));

    assertThatExceptionOfType(ProblemException.class).isThrownBy(caller::get);
    assertThat(caller.shown().visibleUnit()).contains("D01");
    assertThat(new CurrentCaller(identity, Wish.named("D02")).get().visibleUnit()).contains("D02");
  }

  private static List<String> numbered(int units) {
    return IntStream.range(0, units).mapToObj(n -> "D" + n).toList();
  }

  private static Caller of(Object units) {
    return caller(new Token("x", Map.of("unit", units)), "supervisor");
  }

  private static Problem refusal(Object units) {
    return catchThrowableOfType(ProblemException.class, () -> of(units)).problem();
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
    return new CurrentCaller(identity(principal, groups), Wish.none()).get();
  }

  private static SecurityIdentity identity(Principal principal, String... groups) {
    return QuarkusSecurityIdentity.builder()
        .setPrincipal(principal)
        .addRoles(Set.of(groups))
        .build();
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
