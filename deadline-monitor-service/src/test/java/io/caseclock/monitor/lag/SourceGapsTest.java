package io.caseclock.monitor.lag;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.caseclock.monitor.jdbc.JdbcSourceGaps;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;

/** What was learned of the sources, over a real database. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class SourceGapsTest {

  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");

  @Inject DataSource dataSource;

  private final String source = "urn:precinct:" + UUID.randomUUID();

  @Test
  void what_is_old_weighs_less_and_is_forgotten_in_the_end() {
    var gaps = new JdbcSourceGaps(dataSource);
    gaps.add(Map.of(source, ten(3)), NOW);
    gaps.add(Map.of(source, ten(3)), NOW.plus(GapCounts.HALF_LIFE));

    assertThat(weight(gaps, NOW.plus(GapCounts.HALF_LIFE))).isCloseTo(15, within(0.001));
    assertThat(weight(gaps, NOW.plus(GapCounts.HALF_LIFE.multipliedBy(2))))
        .isCloseTo(7.5, within(0.001));
    assertThat(gaps.all(NOW.plus(Duration.ofDays(98)))).doesNotContainKey(source);
  }

  private double weight(JdbcSourceGaps gaps, Instant now) {
    return Objects.requireNonNull(gaps.all(now).get(source)).weights().get(3);
  }

  private static GapCounts ten(int bucket) {
    var weights = new double[GapCounts.BUCKETS];
    weights[bucket] = 10;
    return GapCounts.of(weights);
  }
}
