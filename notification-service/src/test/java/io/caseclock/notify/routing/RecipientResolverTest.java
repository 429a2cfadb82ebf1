package io.caseclock.notify.routing;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.channel.Address;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.channel.ConfiguredChannel;
import io.caseclock.notify.channel.Coverage;
import io.caseclock.notify.channel.QuietChannelType;
import io.caseclock.notify.channel.email.EmailChannelType;
import io.caseclock.notify.message.RoleHolders;
import io.caseclock.notify.routing.Routing.Question;
import io.caseclock.pack.Match;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class RecipientResolverTest {

  private static final Instant NOON = Instant.parse("2026-03-12T04:00:00Z");

  private final KnownPeople people =
      new KnownPeople()
          .unit("D", null, "bureau")
          .unit("D01", "D", "sub-bureau")
          .unit("D01L", "D01", "legal")
          .unit("D0102", "D01", "station")
          .officer("O1", "D0102", "officer")
          .officer("H1", "D0102", "officer", "unit-head")
          .officer("L1", "D0102", "legal-officer")
          .officer("B1", "D01L", "supervisor")
          .officer("S1", "D01", "supervisor")
          .officer("C1", "D01", "bureau-leader");
  private final Map<String, List<Route>> overrides = new HashMap<>();
  private final Routing routing = new Routing(List.of(everyone()), new Overrides(), people);
  private final RecipientResolver who =
      new RecipientResolver(new RoleHolders(people), people, mail());

  private static Route everyone() {
    return route("pack", step("officer"));
  }

  private static Route route(String id, Step... steps) {
    return new Route(id, Match.EVERYTHING, false, false, List.of(steps), null, Duration.ofDays(7));
  }

  private static Step step(String... roles) {
    return new Step(Duration.ZERO, List.of(roles), List.of());
  }

  private static Step mailing(String... roles) {
    return new Step(Duration.ZERO, List.of(roles), List.of("sms", "email"));
  }

  private List<String> told(Step step, @Nullable String officer, Instant at) {
    return who.ofStep(route("example", step), step, "D0102", officer, at).stream()
        .map(one -> one.recipient().person() + " " + one.recipient().why().wire())
        .toList();
  }

  private List<String> told(String role) {
    return told(step(role), "O1", NOON);
  }

  @Test
  void each_role_of_a_policy_finds_its_holders() {
    assertThat(told("officer")).containsExactly("O1 responsible-officer");
    assertThat(told("unit-head")).containsExactly("H1 unit-head");
    assertThat(told("legal-officer")).containsExactly("L1 legal-officer");
    assertThat(told("supervisor")).containsExactly("S1 supervisor-above");
    assertThat(told("supervising-brigade")).containsExactly("B1 supervising-brigade");
    assertThat(told("bureau-leader")).containsExactly("C1 bureau-leader");
  }

  @Test
  void nobody_is_told_twice_and_the_first_reason_holds() {
    people.officer("H1", "D0102", "unit-head", "legal-officer");

    assertThat(told(step("unit-head", "legal-officer"), "O1", NOON))
        .containsExactly("H1 unit-head", "L1 legal-officer");
  }

  @Test
  void where_no_known_officer_is_named_the_head_of_the_unit_stands_in() {
    assertThat(told(step("officer"), null, NOON)).containsExactly("H1 no-known-officer");
    assertThat(told(step("officer"), "gone", NOON)).containsExactly("H1 no-known-officer");
  }

  @Test
  void a_role_that_nobody_holds_is_never_silence() {
    people.unit("D0103", "D01", "station");

    var told = who.ofStep(everyone(), step("unit-head"), "D0103", null, NOON);

    assertThat(told)
        .extracting(one -> one.recipient().person() + " " + one.recipient().why().wire())
        .containsExactly("S1 no-known-officer");
  }

  @Nested
  class AsOfThatDay {

    @Test
    void a_transfer_counts_from_its_instant_on() {
      people.post("L1", "D01L", NOON, "supervisor").post("L2", "D0102", NOON, "legal-officer");
      var role = step("legal-officer");

      assertThat(told(role, "O1", NOON.minusNanos(1))).containsExactly("L1 legal-officer");
      assertThat(told(role, "O1", NOON)).containsExactly("L2 legal-officer");
      assertThat(told(role, "O1", NOON.plusNanos(1))).containsExactly("L2 legal-officer");
    }

    @Test
    void who_is_away_is_stood_in_for_by_the_substitute() {
      people.away("O1", NOON, NOON.plusSeconds(60), "L1");

      assertThat(told(step("officer"), "O1", NOON.minusNanos(1)))
          .containsExactly("O1 responsible-officer");
      assertThat(told(step("officer"), "O1", NOON)).containsExactly("L1 substitute");
      assertThat(told(step("officer"), "O1", NOON.plusSeconds(60)))
          .containsExactly("O1 responsible-officer");
    }

    @Test
    void who_is_away_without_a_substitute_is_stood_in_for_by_the_next_role() {
      people.away("O1", NOON, NOON.plusSeconds(60), null);

      assertThat(told(step("officer"), "O1", NOON)).containsExactly("H1 no-known-officer");
    }

    @Test
    void a_substitute_who_is_away_too_stands_in_for_nobody() {
      people
          .away("O1", NOON, NOON.plusSeconds(60), "L1")
          .away("L1", NOON, NOON.plusSeconds(60), null);

      assertThat(told(step("officer"), "O1", NOON)).containsExactly("H1 no-known-officer");
    }
  }

  @Nested
  class Reaching {

    @Test
    void the_first_kind_of_channel_that_reaches_the_person_is_taken() {
      var told = who.ofStep(everyone(), mailing("officer"), "D0102", "O1", NOON).getFirst();

      assertThat(told.push()).isEqualTo(new Address("mail", "email", "o1@police.example"));
      assertThat(told.isUnreachable()).isFalse();
    }

    @Test
    void for_an_officer_without_a_contact_the_next_role_is_told_too() {
      people.withoutContact("O5", "D0102", "officer");
      var escalation =
          route(
              "example",
              mailing("officer"),
              new Step(Duration.ofHours(1), List.of("legal-officer"), List.of()));

      var told = who.ofStep(escalation, mailing("officer"), "D0102", "O5", NOON);

      assertThat(told)
          .extracting(one -> one.recipient().person() + " " + one.recipient().why().wire())
          .containsExactly("O5 responsible-officer", "L1 next-role");
      assertThat(told.getFirst().isUnreachable()).isTrue();
    }

    @Test
    void a_policy_without_a_push_makes_nobody_unreachable() {
      people.withoutContact("O5", "D0102", "officer");

      assertThat(told(step("officer"), "O5", NOON)).containsExactly("O5 responsible-officer");
    }

    @Test
    void a_channel_that_is_not_configured_is_nobodys_gap() {
      people.withoutContact("O5", "D0102", "officer");
      var bySms = new Step(Duration.ZERO, List.of("officer"), List.of("sms"));

      assertThat(told(bySms, "O5", NOON)).containsExactly("O5 responsible-officer");
    }
  }

  @Nested
  class Choosing {

    private final Question question =
        new Question("breach", "grave", "case-closing", "filing-review", "D0102");

    @Test
    void a_unit_without_a_policy_follows_the_nearest_above_and_at_last_the_pack() {
      assertThat(routing.choose(question)).isEqualTo(new ChosenRoute(everyone(), null));

      overrides.put("D01", List.of(route("of D01", step("officer"))));
      assertThat(routing.choose(question).setBy()).isEqualTo("D01");

      overrides.put("D0102", List.of(route("of D0102", step("officer"))));
      assertThat(routing.choose(question).route().id()).isEqualTo("of D0102");
    }

    @Test
    void the_first_route_that_matches_holds() {
      var grave =
          new Route(
              "grave",
              new Match(Set.of("breach"), Set.of("grave"), Set.of(), Set.of()),
              true,
              false,
              List.of(step("bureau-leader")),
              null,
              Duration.ofDays(7));
      overrides.put("D01", List.of(grave, everyone()));

      assertThat(routing.choose(question).route().id()).isEqualTo("grave");
      assertThat(
              routing.choose(new Question("breach", "ordinary", null, null, "D0102")).route().id())
          .isEqualTo("pack");
    }
  }

  private final class Overrides implements RouteOverrides {
    @Override
    public Optional<Kept> of(String unit) {
      return Optional.ofNullable(overrides.get(unit)).map(routes -> new Kept(routes, "S1", NOON));
    }

    @Override
    public long lockedVersion(String unit) {
      return 0;
    }

    @Override
    public long version(String unit) {
      return 0;
    }

    @Override
    public void put(String unit, List<Route> routes, String officer, Instant at) {
      overrides.put(unit, routes);
    }
  }

  /** Only e-mail is configured here. */
  private static Channels mail() {
    var email = QuietChannelType.personal("email", EmailChannelType.CONTACT);
    var mail =
        new ConfiguredChannel(
            email, QuietChannelType.channel("mail"), new Coverage(Set.of()), OptionalInt.empty());
    return new Channels(
        List.of(email, QuietChannelType.group("wecom")), List.of(mail), id -> false);
  }
}
