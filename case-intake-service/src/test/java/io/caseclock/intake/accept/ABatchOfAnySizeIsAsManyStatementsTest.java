package io.caseclock.intake.accept;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Role;
import io.caseclock.batch.BatchCache;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.contract.Names;
import io.caseclock.directory.CachedDirectory;
import io.caseclock.directory.jdbc.JdbcDirectory;
import io.caseclock.intake.accept.AcceptEvents.Request;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.intake.journal.jdbc.JdbcJournal;
import io.caseclock.intake.schema.EventCatalogue;
import io.caseclock.intake.schema.wire.JsonSchemaCheck;
import io.caseclock.intake.source.QuotaDays;
import io.caseclock.intake.source.jdbc.JdbcGoLiveDates;
import io.caseclock.intake.source.jdbc.JdbcSourceClients;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.testsupport.StatementLog;
import io.caseclock.testsupport.TestDatabase;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How often a batch of events goes to the database, whatever its size. */
class ABatchOfAnySizeIsAsManyStatementsTest {

  private static final InstantSource CLOCK = InstantSource.fixed(IntakeDesk.NOW);

  private final StatementLog log = new StatementLog();
  private final DataSource database = log.over(TestDatabase.withSchema("intake").dataSource());
  private final AcceptEvents accept = wired(database);

  @BeforeEach
  void units() {
    Flyway.configure().dataSource(database).locations("db/shared", "db/migration").load().migrate();
    new JdbcDirectory(database, CLOCK)
        .apply(
            List.of(
                new UnitRegistered("D01", null, new Names("示例分局", "Sample"), "sub-bureau"),
                new UnitRegistered("D0101", "D01", new Names("甲所", "Station"), "station"),
                new UnitRegistered("D0102", "D01", new Names("乙所", "Station 2"), "station")));
  }

  @Test
  void a_hundred_events_of_as_many_cases_are_accepted_with_the_statements_of_one() {
    var ofOne = sentFor(0, 1);

    assertThat(sentFor(1, 101)).isEqualTo(ofOne).isNotEmpty();
  }

  @Test
  void a_hundred_that_are_known_already_are_answered_with_the_statements_of_one() {
    sentFor(0, 100);
    var ofOne = sentFor(0, 1);

    assertThat(sentFor(0, 100)).isEqualTo(ofOne).isNotEmpty();
  }

  @Test
  void the_systems_of_many_units_are_taken_in_together_with_the_statements_of_one() {
    var ofOne = sentFor(List.of(request("D0101", 0)));

    assertThat(sentFor(List.of(request("D0101", 1), request("D0102", 2)))).isEqualTo(ofOne);
  }

  /** What the system of a station sends about a case of its own. */
  private static Request request(String unit, int n) {
    var data = Map.of("unit", unit, "officer", "P1");
    var event = Map.<String, Object>of("id", "o-" + n, "subject", "case/O-" + n, "data", data);
    return new Request(
        List.of(IntakeDesk.event(event)), IntakeDesk.caller(Role.PRECINCT_SYSTEM, unit));
  }

  private List<String> sentFor(List<Request> requests) {
    log.clear();
    var outcomes = accept.accept(requests);
    assertThat(outcomes.stream().flatMap(List::stream))
        .hasSize(requests.size())
        .allMatch(Outcome.Accepted.class::isInstance);
    return log.statements();
  }

  /** Sends events, each of a case of its own. */
  private List<String> sentFor(int from, int until) {
    var events =
        IntStream.range(from, until)
            .mapToObj(n -> IntakeDesk.event(Map.of("id", "e-" + n, "subject", "case/A-" + n)))
            .toList();
    log.clear();
    var outcomes = accept.accept(events, IntakeDesk.PRECINCT);
    var sent = log.statements();
    assertThat(outcomes)
        .allMatch(one -> one instanceof Outcome.Accepted || one instanceof Outcome.Duplicate);
    return sent;
  }

  private static AcceptEvents wired(DataSource database) {
    var catalogue =
        new EventCatalogue(List.of(PackReader.require(PackFiles.shipped("cn-public-security"))));
    var memory = new BatchCache();
    var journal =
        new JdbcJournal(database, catalogue.ownership(), new QuotaDays(ZoneId.of("Asia/Shanghai")));
    return new AcceptEvents(
        new EventCheck(catalogue, new JsonSchemaCheck(catalogue.types()), journal),
        catalogue.ownership(),
        new CachedDirectory(new JdbcDirectory(database, CLOCK), memory),
        journal,
        new JdbcSourceClients(database),
        new JdbcGoLiveDates(database),
        CLOCK,
        memory);
  }
}
