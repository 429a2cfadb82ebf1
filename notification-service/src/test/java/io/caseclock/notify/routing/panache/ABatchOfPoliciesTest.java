package io.caseclock.notify.routing.panache;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.batch.BatchCache;
import io.caseclock.notify.Office;
import io.caseclock.notify.routing.RouteOverrides;
import io.caseclock.pack.Match;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** The policies of many units, asked for together, are those of each by itself. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class ABatchOfPoliciesTest {

  private static final Instant NOW = Instant.parse("2026-03-13T04:00:00Z");

  /** One has changed its policy twice, one has given it back, and one never had any. */
  private static final List<String> UNITS = List.of("D01", "D0102", "D0103");

  @Inject Office office;
  @Inject RouteOverrides overrides;
  @Inject BatchCache batch;

  @Test
  void the_newest_of_each_unit_holds_unless_it_was_given_back() {
    office.open();
    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              overrides.put("D01", List.of(route("first")), "S1", NOW);
              overrides.put("D01", List.of(route("second")), "S1", NOW);
              overrides.put("D0102", List.of(route("third")), "S1", NOW);
              overrides.put("D0102", List.of(), "S1", NOW);
            });
    var alone = UNITS.stream().map(overrides::of).toList();

    QuarkusTransaction.requiringNew()
        .run(
            () ->
                batch.during(
                    () -> {
                      overrides.foresee(UNITS);
                      overrides.put("D0103", List.of(route("later")), "S1", NOW);
                      assertThat(UNITS.stream().map(overrides::of).toList()).isEqualTo(alone);
                    }));

    assertThat(alone.getFirst().orElseThrow().routes()).containsExactly(route("second"));
    assertThat(alone.subList(1, 3)).containsOnly(Optional.empty());
  }

  private static Route route(String id) {
    return new Route(
        id,
        Match.EVERYTHING,
        false,
        false,
        List.of(new Step(Duration.ZERO, List.of("officer"), List.of())),
        null,
        Duration.ofDays(7));
  }
}
