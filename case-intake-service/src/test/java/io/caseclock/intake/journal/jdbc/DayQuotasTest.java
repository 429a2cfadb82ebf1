package io.caseclock.intake.journal.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.intake.journal.CheckedEvent;
import io.caseclock.intake.journal.HistoryMark;
import io.caseclock.intake.journal.Lot;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.intake.source.ClientLimits;
import io.caseclock.intake.source.QuotaDays;
import io.caseclock.intake.source.SourceClients.SetLimits;
import io.caseclock.intake.source.SourcePattern;
import io.caseclock.intake.source.jdbc.JdbcSourceClients;
import io.caseclock.jdbc.Sql;
import io.caseclock.ownership.OwnershipRules;
import io.caseclock.testsupport.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

class DayQuotasTest {

  /** An hour before midnight in Shanghai. */
  private static final Instant NOW = Instant.parse("2026-03-02T15:00:00Z");

  private static final LocalDate TODAY = LocalDate.of(2026, 3, 2);

  private static final DataSource DATABASE = migrated();

  private final String client = "client-" + UUID.randomUUID();
  private final JdbcSourceClients clients = new JdbcSourceClients(DATABASE);

  @Test
  void a_quota_is_used_up_to_its_last_event_and_no_further() {
    hasQuota(10);

    assertThat(kept(NOW, events("a", 9))).allMatch(Outcome.Accepted.class::isInstance);
    assertThat(kept(NOW, events("b", 2))).containsOnly(over(10, 1));
    assertThat(kept(NOW, events("c", 1))).allMatch(Outcome.Accepted.class::isInstance);
    assertThat(kept(NOW, events("d", 1))).containsOnly(over(10, 0));

    assertThat(accepted(TODAY)).isEqualTo(10);
    assertThat(inJournal()).isEqualTo(10);
  }

  @Test
  void what_is_known_already_costs_nothing_and_is_answered_when_the_quota_is_used_up() {
    hasQuota(3);
    kept(NOW, events("a", 3));

    assertThat(kept(NOW, events("a", 3))).allMatch(Outcome.Duplicate.class::isInstance);
    assertThat(accepted(TODAY)).isEqualTo(3);
  }

  @Test
  void an_event_that_stands_in_a_request_twice_costs_one() {
    hasQuota(1);
    var event = events("a", 1).getFirst();

    assertThat(kept(NOW, List.of(event, event)))
        .hasExactlyElementsOfTypes(Outcome.Accepted.class, Outcome.Duplicate.class);
    assertThat(accepted(TODAY)).isEqualTo(1);
  }

  @Test
  void the_next_day_has_a_quota_of_its_own() {
    hasQuota(2);
    kept(NOW, events("a", 2));

    var midnight = NOW.plus(Duration.ofHours(1));
    assertThat(kept(midnight.minusNanos(1_000), events("b", 1)))
        .containsOnly(new Outcome.OverQuota(2, 0, Duration.ofNanos(1_000)));
    assertThat(kept(midnight, events("b", 1))).allMatch(Outcome.Accepted.class::isInstance);

    assertThat(accepted(TODAY)).isEqualTo(2);
    assertThat(accepted(TODAY.plusDays(1))).isEqualTo(1);
  }

  @Test
  void of_lots_kept_together_only_the_one_beyond_is_refused() {
    hasQuota(5);
    var other = "other-" + client;

    var outcomes =
        journal()
            .keep(
                List.of(
                    new Lot(other, events("o", 20)),
                    new Lot(client, events("a", 4)),
                    new Lot(client, events("b", 2)),
                    new Lot(client, List.of()),
                    new Lot(other, events("p", 1)),
                    new Lot(client, events("c", 1))),
                NOW);

    assertThat(outcomes).extracting(List::size).containsExactly(20, 4, 2, 0, 1, 1);
    assertThat(outcomes.get(2)).containsOnly(over(5, 1));
    assertThat(outcomes.stream().flatMap(List::stream))
        .filteredOn(Outcome.Accepted.class::isInstance)
        .hasSize(26);
    assertThat(accepted(TODAY)).isEqualTo(5);
    assertThat(clients.limits(TODAY)).doesNotContainKey(other);
  }

  @Test
  void an_event_of_a_refused_lot_is_new_when_another_lot_brings_it() {
    hasQuota(1);
    var other = "other-" + client;

    var outcomes =
        journal()
            .keep(
                List.of(
                    new Lot(client, events("a", 2)),
                    new Lot(other, events("a", 2)),
                    new Lot(client, events("a", 2))),
                NOW);

    assertThat(outcomes.get(0)).containsOnly(over(1, 1));
    assertThat(outcomes.get(1)).allMatch(Outcome.Accepted.class::isInstance);
    assertThat(outcomes.get(2)).allMatch(Outcome.Duplicate.class::isInstance);
    assertThat(accepted(TODAY)).isZero();
  }

  @Test
  void many_replicas_at_once_never_accept_more() throws ExecutionException, InterruptedException {
    hasQuota(25);

    List<Outcome> outcomes = new ArrayList<>();
    try (var senders = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<List<Outcome>>> sent = new ArrayList<>();
      for (var n = 0; n < 20; n++) {
        var events = events("s" + n + "-", 2);
        sent.add(senders.submit(() -> kept(NOW, events)));
      }
      for (var each : sent) {
        outcomes.addAll(each.get());
      }
    }

    assertThat(outcomes).filteredOn(Outcome.Accepted.class::isInstance).hasSize(24);
    assertThat(outcomes).filteredOn(Outcome.OverQuota.class::isInstance).hasSize(16);
    assertThat(inJournal()).isEqualTo(24);
    assertThat(accepted(TODAY)).isEqualTo(24);
  }

  @Test
  void a_client_without_a_quota_is_not_counted_and_a_quota_holds_from_when_it_is_set() {
    kept(NOW, events("a", 5));
    assertThat(counts()).isZero();

    hasQuota(2);
    assertThat(kept(NOW, events("b", 2))).allMatch(Outcome.Accepted.class::isInstance);
    assertThat(kept(NOW, events("c", 1))).containsOnly(over(2, 0));

    hasQuota(3);
    assertThat(kept(NOW, events("c", 1))).allMatch(Outcome.Accepted.class::isInstance);

    limit(ClientLimits.NONE);
    assertThat(kept(NOW, events("d", 9))).allMatch(Outcome.Accepted.class::isInstance);
  }

  @Test
  void a_rate_alone_is_no_quota() {
    limit(new ClientLimits(null, 5L));

    assertThat(kept(NOW, events("a", 9))).allMatch(Outcome.Accepted.class::isInstance);
    assertThat(counts()).isZero();
    assertThat(clients.ownRates()).containsEntry(client, 5L);
  }

  @Test
  void a_quota_that_shrinks_below_what_was_accepted_has_nothing_left() {
    hasQuota(5);
    kept(NOW, events("a", 5));

    hasQuota(2);

    assertThat(kept(NOW, events("b", 1))).containsOnly(over(2, 0));
  }

  @Test
  void what_stays_the_same_keeps_whoever_set_it() {
    clients.replace(client, sources(), new ClientLimits(7L, null), "first", NOW);
    clients.replace(client, sources(), new ClientLimits(7L, null), "second", NOW.plusSeconds(1));

    assertThat(set(TODAY).setBy()).isEqualTo("first");

    clients.replace(client, sources(), new ClientLimits(7L, 1L), "third", NOW.plusSeconds(2));
    assertThat(set(TODAY).setBy()).isEqualTo("third");
  }

  @Test
  void counts_of_days_long_over_are_forgotten() {
    hasQuota(9);
    kept(NOW, events("a", 3));
    kept(NOW.plus(Duration.ofDays(1)), events("b", 4));

    clients.forgetDaysBefore(TODAY.plusDays(1), 1_000);

    assertThat(accepted(TODAY)).isZero();
    assertThat(accepted(TODAY.plusDays(1))).isEqualTo(4);
  }

  private void hasQuota(long perDay) {
    limit(new ClientLimits(perDay, null));
  }

  private void limit(ClientLimits limits) {
    clients.replace(client, sources(), limits, "administrator", NOW);
  }

  private static Set<SourcePattern> sources() {
    return Set.of(new SourcePattern("urn:precinct:test", false));
  }

  private static JdbcJournal journal() {
    var days = new QuotaDays(ZoneId.of("Asia/Shanghai"));
    return new JdbcJournal(DATABASE, OwnershipRules.NONE, days);
  }

  private List<Outcome> kept(Instant at, List<CheckedEvent> events) {
    return journal().keep(List.of(new Lot(client, events)), at).getFirst();
  }

  private static Outcome over(long quota, long left) {
    return new Outcome.OverQuota(quota, left, Duration.ofHours(1));
  }

  private static DataSource migrated() {
    var database = TestDatabase.withSchema("intake").dataSource();
    Flyway.configure().dataSource(database).locations("db/shared", "db/migration").load().migrate();
    return database;
  }

  private SetLimits set(LocalDate day) {
    return Objects.requireNonNull(clients.limits(day).get(client));
  }

  private long accepted(LocalDate day) {
    return set(day).accepted();
  }

  private long counts() {
    return number("select count(*) from client_day where client = ?", client);
  }

  private long inJournal() {
    return number("select count(*) from journal where source = ?", source());
  }

  private static long number(String query, String parameter) {
    return new Sql(DATABASE).query(query, row -> row.getLong(1), parameter).getFirst();
  }

  private String source() {
    return "urn:precinct:" + client;
  }

  private List<CheckedEvent> events(String start, int count) {
    return IntStream.range(0, count).mapToObj(n -> event(start + n)).toList();
  }

  private CheckedEvent event(String id) {
    var caseId = "A-" + client;
    return new CheckedEvent(
        new EventId(source(), id),
        "case-filed",
        Subject.ofCase(caseId),
        caseId,
        "D0101",
        "O1",
        NOW,
        null,
        null,
        HistoryMark.NONE,
        Map.of("unit", "D0101", "officer", "O1"),
        null,
        Map.of());
  }
}
