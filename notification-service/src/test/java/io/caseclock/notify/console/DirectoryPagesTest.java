package io.caseclock.notify.console;

import static io.caseclock.notify.console.Browsing.as;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;

import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.DirectoryEvent.OfficerAway;
import io.caseclock.directory.Directory;
import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(LocalAccounts.class)
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class DirectoryPagesTest {

  @Inject Office office;
  @Inject Directory directory;
  @Inject InstantSource clock;

  @BeforeEach
  void open() {
    office.open();
    FakeMonitor.isAway();
  }

  @Test
  void the_tree_shows_the_visitors_units_with_how_many_work_there() {
    as("chief")
        .get("/directory")
        .statusCode(200)
        .body(containsString("href=\"/directory/units/D01\""), containsString("示例一所"))
        .body(containsString("派出所 · 3 人"), containsString("派出所 · 1 人"));
    as("other")
        .get("/directory?lang=en")
        .body(containsString("Example Station Two"), containsString("1 person"))
        .body(not(containsString("Example Station One")));
  }

  @Test
  void a_search_finds_units_and_officers_of_ones_own_units() {
    as("chief")
        .get("/directory?q=%E4%B8%80%E6%89%80")
        .statusCode(200)
        .body(containsString("示例一所"), not(containsString("示例二所")));
    as("chief").get("/directory?q=o3").body(containsString("/directory/officers/O3"));
    as("other").get("/directory?q=O1").body(containsString("没有找到"));
    as("chief").get("/directory?q=" + "x".repeat(101)).statusCode(400);
  }

  @Test
  void a_unit_shows_its_people_and_who_is_away() {
    var now = clock.instant();
    directory.apply(
        List.of(
            away("O1", "now", now.minus(Duration.ofDays(1)), "O2"),
            away("O2", "later", now.plus(Duration.ofDays(9)), null)));

    as("legal")
        .get("/directory/units/D0102")
        .statusCode(200)
        .body(containsString("虚构O1"), containsString("责任民警"))
        .body(containsString("现在不在岗"), containsString("没有指定"));
    as("other").get("/directory/units/D0102").statusCode(404);
    as("chief").get("/directory/units/none").statusCode(404);
  }

  @Test
  void a_large_unit_comes_in_pages() {
    directory.apply(
        IntStream.range(0, 60)
            .mapToObj(i -> Office.officer("P" + (100 + i), "D0103", "officer"))
            .map(io.caseclock.contract.DirectoryEvent.class::cast)
            .toList());

    as("chief")
        .get("/directory/units/D0103")
        .body(containsString("P148"), not(containsString("P149")))
        .body(containsString("after=P148"));
    as("chief")
        .get("/directory/units/D0103?after=P148")
        .body(containsString("officers/P159"), not(containsString("officers/P148")));
  }

  @Test
  void an_officer_shows_posts_in_time_absences_and_open_work() {
    directory.apply(
        List.of(
            new OfficerAssigned(
                "O1", "虚构O1", "D0103", Set.of("unit-head"), Map.of(), clock.instant())));
    FakeMonitor.tells(
        "/api/v1/deadlines",
        """
        {"deadlines":[{"caseId":"A1/2","names":{"zh":"办案期限","en":"Handling"},
          "severity":"grave","status":"breached","dueAt":"2026-03-12T16:00:00Z",
          "zone":"Asia/Shanghai","newer":1}],"next":"n"}
        """);

    as("chief")
        .get("/directory/officers/O1")
        .statusCode(200)
        .body(containsString("单位负责人"), containsString("以往"), containsString("现任"))
        .body(containsString("href=\"/cases/A1%2F2\""), containsString("办案期限"))
        .body(containsString("/deadlines?officer=O1"));
    as("other").get("/directory/officers/O1").statusCode(200).body(not(containsString("示例一所")));
    as("other").get("/directory/officers/O2").statusCode(404);
  }

  @Test
  void without_the_monitor_the_rest_of_an_officer_is_shown() {
    as("chief")
        .get("/directory/officers/O1")
        .statusCode(200)
        .body(containsString("监测服务暂时没有应答"), containsString("任职经历"));
  }

  @Test
  void an_officer_of_no_further_role_does_not_look_people_up() {
    as("officer").get("/directory").statusCode(403);
  }

  private static OfficerAway away(
      String officer,
      String id,
      Instant from,
      @org.jspecify.annotations.Nullable String substitute) {
    return new OfficerAway(officer, id, from, from.plus(Duration.ofDays(5)), substitute, false);
  }
}
