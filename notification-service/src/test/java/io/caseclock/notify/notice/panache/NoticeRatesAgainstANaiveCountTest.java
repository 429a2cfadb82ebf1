package io.caseclock.notify.notice.panache;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.Office;
import io.caseclock.notify.indicator.Counted;
import io.caseclock.notify.indicator.Stretches;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rates over random notices, counted again one by one. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class NoticeRatesAgainstANaiveCountTest {

  private static final String NOTICE =
      """
      insert into notice (id, kind, unit, year, serial, number, case_id, subject, element, rule,
        name_zh, name_en, severity, issued_at, state, version, document, sha256)
      values (:id, 'notice', 'D0102', 2016, :serial, :id, 'C1', 'case/C1', 'case', 'r', '示例', 'Sample',
        'grave', :at, :state, 1, '', '')
      """;
  private static final String STEP =
      """
      insert into notice_step (notice_id, seq, kind, at, by_name, by_role, text)
      values (:id, :seq, 'closed', :at, '示例', 'supervisor', '')
      """;

  /** Long before what other tests leave there. */
  private static final Instant BEGIN = Instant.parse("2016-01-01T00:00:00Z");

  private static final Stretches STRETCHES =
      new Stretches(
          IntStream.rangeClosed(0, 6).mapToObj(n -> BEGIN.plus(Duration.ofDays(10L * n))).toList());

  @Inject NoticeRates rates;
  @Inject EntityManager entities;
  @Inject Office office;

  private record Line(Instant issuedAt, @Nullable Instant closedAt, boolean isWithdrawn) {}

  @ParameterizedTest
  @ValueSource(longs = {5, 6})
  void what_was_open_and_what_was_closed_in_each_stretch_is_that_of_a_naive_count(long seed) {
    office.open();
    var random = new Random(seed);
    QuarkusTransaction.begin();
    try {
      List<Line> lines = new ArrayList<>();
      for (var serial = 1; serial <= 60; serial++) {
        lines.add(any(random, serial));
      }
      for (var unit : List.of("D0102", "D01")) {
        assertThat(rates.rectified(unit, STRETCHES)).isEqualTo(naive(lines));
      }
      assertThat(rates.rectified("D0103", STRETCHES)).allMatch(new Counted(0, 0)::equals);
    } finally {
      QuarkusTransaction.rollback(); // what happened to a notice cannot be deleted
    }
  }

  private Line any(Random random, int serial) {
    var id = UUID.randomUUID().toString();
    var issuedAt = at(random, -20);
    var isWithdrawn = random.nextInt(8) == 0;
    entities
        .createNativeQuery(NOTICE)
        .setParameter("id", id)
        .setParameter("serial", serial)
        .setParameter("at", issuedAt)
        .setParameter("state", isWithdrawn ? "withdrawn" : "signed")
        .executeUpdate();
    Instant closedAt = null;
    for (var seq = 1; seq <= random.nextInt(3); seq++) {
      var at = at(random, 0);
      closedAt = closedAt == null || at.isAfter(closedAt) ? at : closedAt;
      entities
          .createNativeQuery(STEP)
          .setParameter("id", id)
          .setParameter("seq", seq)
          .setParameter("at", at)
          .executeUpdate();
    }
    return new Line(issuedAt, closedAt, isWithdrawn);
  }

  /** Also on the very bounds of stretches. */
  private static Instant at(Random random, int fromDay) {
    return BEGIN.plus(Duration.ofDays(fromDay + random.nextInt(90)));
  }

  private static List<Counted> naive(List<Line> lines) {
    return IntStream.range(0, STRETCHES.count())
        .mapToObj(n -> naive(lines, STRETCHES.bounds().get(n), STRETCHES.bounds().get(n + 1)))
        .toList();
  }

  private static Counted naive(List<Line> lines, Instant from, Instant until) {
    var open =
        lines.stream()
            .filter(line -> !line.isWithdrawn() && line.issuedAt().isBefore(until))
            .filter(line -> line.closedAt() == null || !line.closedAt().isBefore(from))
            .toList();
    var closed =
        open.stream()
            .filter(line -> line.closedAt() != null && line.closedAt().isBefore(until))
            .count();
    return new Counted(closed, open.size());
  }
}
