package io.caseclock.monitor.feed;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.directory.jdbc.JdbcDirectory;
import io.caseclock.jdbc.Sql;
import io.caseclock.monitor.SettableClock;
import io.caseclock.monitor.feed.OwnCalendars.Made;
import io.caseclock.monitor.jdbc.JdbcCalendarFeeds;
import io.caseclock.monitor.list.ListTables;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class OwnCalendarsTest {

  private static final Instant NOW = Instant.parse("2026-07-10T02:00:00Z");
  private static final ListTables TABLES = new ListTables();

  private final SettableClock clock = new SettableClock();
  private final JdbcDirectory directory = new JdbcDirectory(TABLES.dataSource, clock);
  private final AtomicInteger counter = new AtomicInteger();
  private final OwnCalendars calendars =
      new OwnCalendars(
          new JdbcCalendarFeeds(TABLES.dataSource),
          directory,
          clock,
          UUID::randomUUID,
          bytes -> {
            bytes[0] = (byte) counter.incrementAndGet();
            return bytes;
          });

  @BeforeEach
  void twoOfficersOfOneStation() {
    clock.set(NOW.toString());
    TABLES.clear();
    sql().update("delete from calendar_feed");
    sql().update("delete from officer_post");
    posted("O1", "R11", Set.of("officer"), "2026-01-01T00:00:00Z");
    posted("O2", "R11", Set.of("officer"), "2026-01-01T00:00:00Z");
  }

  @Test
  void a_link_shows_the_running_deadlines_of_its_officer_late_or_not_in_time_order() {
    deadline("A3", "R11", "O1", "running", NOW.plus(Duration.ofDays(3)));
    deadline("A1", "R11", "O1", "running", NOW.minus(Duration.ofDays(1)));
    deadline("A2", "R11", "O1", "met", NOW.plus(Duration.ofDays(1)));
    deadline("A4", "R11", "O2", "running", NOW.plus(Duration.ofDays(1)));
    deadline("A5", "R11", "O1", "paused", null);

    assertThat(shown(link("O1"))).containsExactly("A1", "A3");
  }

  @Test
  void it_shows_only_what_the_post_of_the_moment_sees() {
    deadline("A1", "R11", "O1", "running", NOW.plus(Duration.ofDays(1)));
    deadline("A2", "R12", "O1", "running", NOW.plus(Duration.ofDays(2)));
    var secret = link("O1");

    assertThat(shown(secret)).containsExactly("A1");
    posted("O1", "R12", Set.of("officer"), "2026-07-10T01:00:00Z");
    assertThat(shown(secret)).containsExactly("A2");
    posted("O1", "R1", Set.of("unit-head"), "2026-07-10T01:30:00Z");
    assertThat(shown(secret)).containsExactly("A1", "A2");
  }

  @Test
  void a_link_of_whoever_left_opens_nothing() {
    var secret = link("O1");
    posted("O1", "R11", Set.of(), "2026-07-10T01:00:00Z");

    assertThat(calendars.read(secret)).isEmpty();
  }

  @Test
  void whoever_holds_no_post_gets_no_link() {
    assertThat(calendars.make("NOBODY", "phone", FeedLanguage.ZH)).isInstanceOf(Made.NoPost.class);
  }

  @Test
  void a_revoked_link_opens_nothing_and_only_its_officer_revokes_it() {
    var secret = link("O1");
    var id = calendars.of("O1").getFirst().id();

    assertThat(calendars.revoke("O2", id)).isFalse();
    assertThat(calendars.read(secret)).isPresent();
    assertThat(calendars.revoke("O1", id)).isTrue();
    assertThat(calendars.read(secret)).isEmpty();
    assertThat(calendars.revoke("O1", id)).isFalse();
  }

  @Test
  void a_person_has_five_links_at_most() {
    for (var i = 0; i < OwnCalendars.MOST_FEEDS; i++) {
      link("O1");
    }

    assertThat(calendars.make("O1", "one more", FeedLanguage.ZH)).isInstanceOf(Made.TooMany.class);
    assertThat(calendars.of("O1")).hasSize(OwnCalendars.MOST_FEEDS);
    assertThat(calendars.make("O2", "theirs", FeedLanguage.ZH)).isInstanceOf(Made.Kept.class);
  }

  @Test
  void of_too_many_deadlines_the_nearest_are_shown() {
    for (var i = 0; i < OwnCalendars.MOST_ENTRIES; i++) {
      deadline("AHEAD" + i, "R11", "O1", "running", NOW.plus(Duration.ofHours(i + 2)));
    }
    deadline("JUST-OVER", "R11", "O1", "running", NOW.minus(Duration.ofHours(1)));

    var shown = shown(link("O1"));

    assertThat(shown).hasSize(OwnCalendars.MOST_ENTRIES).first().isEqualTo("JUST-OVER");
    assertThat(shown).doesNotContain("AHEAD" + (OwnCalendars.MOST_ENTRIES - 1));
  }

  @Test
  void it_is_known_to_the_minute_when_a_link_was_last_read() {
    var secret = link("O1");
    assertThat(readAt()).isEmpty();

    calendars.read(secret);
    clock.tick(Duration.ofSeconds(59));
    calendars.read(secret);
    assertThat(readAt()).contains(NOW);
    clock.tick(Duration.ofSeconds(1));
    calendars.read(secret);
    assertThat(readAt()).contains(NOW.plus(Duration.ofMinutes(1)));
  }

  @Test
  void the_secret_is_kept_nowhere() {
    var secret = link("O1");

    assertThat(
            sql().query("select calendar_feed::text from calendar_feed", row -> row.getString(1)))
        .singleElement()
        .asString()
        .contains(secret.hash())
        .doesNotContain(secret.text());
    assertThat(secret.toString()).doesNotContain(secret.text());
    assertThat(FeedSecret.parse(secret.text())).contains(secret);
    assertThat(FeedSecret.parse(secret.text() + "A")).isEmpty();
    assertThat(FeedSecret.parse("../../etc")).isEmpty();
  }

  private Optional<Instant> readAt() {
    return Optional.ofNullable(calendars.of("O1").getFirst().readAt());
  }

  private FeedSecret link(String officer) {
    return ((Made.Kept) calendars.make(officer, "phone", FeedLanguage.ZH)).secret();
  }

  private List<String> shown(FeedSecret secret) {
    return calendars.read(secret).orElseThrow().entries().stream()
        .map(entry -> entry.deadline().caseId())
        .toList();
  }

  private void posted(String officer, String unit, Set<String> roles, String since) {
    directory.apply(
        List.of(new OfficerAssigned(officer, "虚构甲", unit, roles, Map.of(), Instant.parse(since))));
  }

  private static void deadline(
      String caseId, String unit, String officer, String phase, @Nullable Instant dueAt) {
    TABLES.add(
        new ListTables.Line(
            caseId,
            UUID.randomUUID(),
            "public-security-case-handling",
            "case-closing",
            "case",
            unit,
            officer,
            "grave",
            phase,
            Instant.parse("2026-06-01T02:00:00Z"),
            dueAt,
            dueAt,
            null,
            null));
  }

  private static Sql sql() {
    return new Sql(TABLES.dataSource);
  }
}
