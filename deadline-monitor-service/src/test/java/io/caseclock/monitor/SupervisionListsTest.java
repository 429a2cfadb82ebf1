package io.caseclock.monitor;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import io.caseclock.contract.UnitKind;
import io.caseclock.directory.Directory;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.list.ListBook;
import io.caseclock.monitor.list.ListMeetings;
import io.caseclock.monitor.list.MeetingSchedule;
import io.caseclock.pack.Bulletins;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.caseclock.time.WorkingTime;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalTime;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The lists over HTTP, of a station of its own with one case that is late by August. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class SupervisionListsTest {

  private static final String LISTS = "/api/v1/lists";
  private static final String CLOSING = LISTS + "/case-closing";
  private static final String OF_CASE = "lists.find { it.id == 'case-closing' }.numbers";

  @Inject MonitorTestBench bench;
  @Inject Directory directory;
  @Inject Law law;
  @Inject ListBook book;
  @Inject ListMeetings meetings;

  private final String unit = "X8" + UUID.randomUUID().toString().substring(0, 8);
  private String caseId = "";

  @BeforeEach
  void aStationWithACaseOfJune() {
    bench.aSmallBureau();
    directory.apply(
        List.of(
            new DirectoryEvent.UnitRegistered(
                unit, "X01", new Names("示例所", "Sample station"), "station")));
    bench.clock().set("2026-06-02T02:00:00Z");
    caseId = bench.aNewCase();
    var filed =
        new CaseEvent(
            new EventId("urn:precinct:x0101", UUID.randomUUID().toString()),
            "case-filed",
            Subject.ofCase(caseId),
            caseId,
            Instant.parse("2026-06-02T01:00:00Z"),
            bench.clock().instant(),
            null,
            unit,
            "O1",
            Map.of());
    bench.send(filed);
    bench.awaitEvaluated(filed);
  }

  @Test
  void what_is_open_is_counted_and_listed_with_what_comes_next() {
    get(LISTS)
        .statusCode(200)
        .body("unit", equalTo(unit))
        .body("lists.id", hasItems("incidents", "case-closing", "venues", "property"))
        .body(OF_CASE + ".open", equalTo(rowsNow()))
        .body(OF_CASE + ".breached", equalTo(0));
    get(CLOSING)
        .statusCode(200)
        .body("basis", equalTo("live"))
        .body("rows.caseId", everyItem(equalTo(caseId)))
        .body("rows.unit", everyItem(equalTo(unit)))
        .body("rows.officer", everyItem(equalTo("O1")))
        .body("rows.age", everyItem(equalTo("PT1H")))
        .body("rows.basis", everyItem(notNullValue()))
        .body("rows.next.what", everyItem(notNullValue()))
        .body("rows.next.names.zh", everyItem(notNullValue()));
  }

  @Test
  void what_is_late_stands_first_and_a_notice_comes_next() {
    bench.clock().set("2026-08-20T02:00:00Z");

    get(CLOSING)
        .statusCode(200)
        .body("rows[0].state", equalTo("breached"))
        .body("rows[0].lateFrom", notNullValue())
        .body("rows[0].next.at", nullValue());
    get(CLOSING + "?at=2026-06-10")
        .statusCode(200)
        .body("basis", equalTo("rebuilt"))
        .body("exactness.en", notNullValue())
        .body("asOf", equalTo("2026-06-10T15:59:59.999999Z"))
        .body("rows[0].state", equalTo("running"))
        .body("rows[0].next.at", notNullValue());
    get(CLOSING + "?at=2026-06-01").statusCode(200).body("rows", empty());
  }

  @Test
  void it_comes_in_pages_without_repetition() {
    var all = get(CLOSING).extract().<List<String>>path("rows.id");
    var first = get(CLOSING + "?limit=1").body("rows", org.hamcrest.Matchers.hasSize(1));
    if (all.size() > 1) {
      var next = first.body("next", notNullValue()).extract().<String>path("next");
      get(CLOSING + "?limit=1&after=" + next).body("rows.id", contains(all.get(1)));
    }
  }

  @Test
  void a_day_ahead_an_unknown_list_and_another_unit_are_refused() {
    get(CLOSING + "?at=2026-06-03").statusCode(400).body("violations.pointer", contains("/at"));
    get(CLOSING + "?at=soon").statusCode(400).body("violations.pointer", contains("/at"));
    get(CLOSING + "?after=nonsense").statusCode(400);
    get(LISTS + "/unheard-of").statusCode(404);
    for (var path : List.of(LISTS, CLOSING, CLOSING + "/meetings")) {
      bench
          .asSupervisorOf("X0102")
          .queryParam("unit", unit)
          .get(path)
          .then()
          .statusCode(400)
          .body("violations.pointer", contains("/unit"));
    }
    RestAssured.given()
        .auth()
        .oauth2(TestTokens.of("precinct-system").unit(unit).sign())
        .get(LISTS)
        .then()
        .statusCode(403);
  }

  @Test
  void a_meeting_tells_what_is_new_and_is_what_the_list_was_on_that_day() {
    bench.clock().set("2026-08-17T00:01:00Z");
    var pack = law.packs().getFirst().pack();
    var mondays =
        new MeetingSchedule(
            new Bulletins.Meeting(DayOfWeek.MONDAY, LocalTime.of(8, 0), Set.of(UnitKind.STATION)),
            pack,
            WorkingTime.of(pack));
    var list = book.list("case-closing").orElseThrow();
    var more = true;
    while (more) {
      more = meetings.freezeNext(list, mondays, bench.clock().instant());
    }
    bench.clock().set("2026-08-19T02:00:00Z");

    get(CLOSING + "/meetings?limit=1")
        .statusCode(200)
        .body("meetings.on", contains("2026-08-17"))
        .body("next", equalTo("2026-08-17"));
    get(CLOSING + "/meetings/2026-08-17?change=still")
        .statusCode(200)
        .body("meeting.hash.length()", equalTo(64))
        .body("rows.change", everyItem(equalTo("still")))
        .body("rows[0].row.state", equalTo("breached"));
    get(CLOSING + "?at=2026-08-17")
        .statusCode(200)
        .body("basis", equalTo("frozen"))
        .body("asOf", equalTo("2026-08-17T00:00:00Z"))
        .body("rows.unit", everyItem(equalTo(unit)));
    get(CLOSING + "/meetings/2026-08-18").statusCode(404);
    get(CLOSING + "/meetings/2026-08-17?change=none").statusCode(400);
  }

  @Test
  void an_officer_with_fewer_than_five_deadlines_is_told_as_that() {
    bench.clock().set("2026-08-20T02:00:00Z");

    get(LISTS + "/capability/officers")
        .statusCode(200)
        .body("by", equalTo("officer"))
        .body("from", equalTo("2026-05-23"))
        .body("to", equalTo("2026-08-20"))
        .body("lines.unit", everyItem(equalTo(unit)))
        .body("lines.officer", contains("O1"))
        .body("lines.fewerThanFive", contains(true))
        .body("lines.breaches", contains((Object) null))
        .body("lines[0].repeats", empty());
    get(LISTS + "/capability/officers?by=unit&from=2026-06-01&to=2026-07-31")
        .statusCode(200)
        .body("lines.officer", contains((Object) null));
    get(CLOSING + "/officers").statusCode(404);
    get(LISTS + "/capability/officers?to=2026-09-01").statusCode(400);
    get(LISTS + "/capability/officers?from=2020-01-01").statusCode(400);
    get(LISTS + "/capability/officers?by=rank").statusCode(400);
    RestAssured.given()
        .auth()
        .oauth2(TestTokens.of("officer").unit(unit).sign())
        .get(LISTS + "/capability/officers")
        .then()
        .statusCode(403);
  }

  private int rowsNow() {
    return get(CLOSING).extract().<List<String>>path("rows.id").size();
  }

  private ValidatableResponse get(String path) {
    return bench.asSupervisorOf(unit).get(path).then();
  }
}
