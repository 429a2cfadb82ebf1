package io.caseclock.directory.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.DirectoryEvent.OfficerAway;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.contract.Names;
import io.caseclock.directory.Absence;
import io.caseclock.directory.Post;
import io.caseclock.directory.Staff;
import io.caseclock.testsupport.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class JdbcStaffTest {

  private static final Instant NOW = Instant.parse("2026-03-02T02:00:00Z");
  private static final Instant BEFORE = Instant.parse("2026-01-01T00:00:00Z");
  private static final Instant LATER = Instant.parse("2026-06-01T00:00:00Z");

  private final javax.sql.DataSource database = TestDatabase.fresh();
  private final Staff staff = new JdbcStaff(database);

  @BeforeEach
  void aBureauWithOneStation() {
    Flyway.configure().dataSource(database).locations("db/shared").load().migrate();
    tell(
        new UnitRegistered("D01", null, new Names("示例分局", "Sample"), "bureau"),
        new UnitRegistered("D0101", "D01", new Names("示例所", "Station"), "station"),
        post("O1", "D0101", BEFORE, "officer"),
        post("O2", "D0101", BEFORE, "officer"),
        post("O2", "D01", NOW, "supervisor"),
        post("O3", "D0101", BEFORE, "officer"),
        post("O3", "D0101", NOW),
        post("O4", "D0101", LATER, "officer"));
  }

  @Test
  void those_in_post_at_an_instant_are_listed_and_nobody_who_moved_left_or_is_to_come() {
    assertThat(staff.of("D0101", NOW, null, 10)).extracting(Post::officer).containsExactly("O1");
    assertThat(staff.of("D0101", NOW.minusNanos(1000), null, 10))
        .extracting(Post::officer)
        .containsExactly("O1", "O2", "O3");
    assertThat(staff.of("D0101", LATER, null, 10))
        .extracting(Post::officer)
        .containsExactly("O1", "O4");
    assertThat(staff.of("D0101", LATER, "O1", 10)).extracting(Post::officer).containsExactly("O4");
  }

  @Test
  void heads_are_counted_by_unit() {
    assertThat(staff.headcount("D01", NOW)).isEqualTo(Map.of("D0101", 1, "D01", 1));
    assertThat(staff.headcount("none", NOW)).isEmpty();
  }

  @Test
  void a_search_finds_names_and_ids_inside_the_subtree() {
    assertThat(staff.search("D01", "o2", NOW, 10)).extracting(Post::unit).containsExactly("D01");
    assertThat(staff.search("D01", "虚构", NOW, 10)).hasSize(2);
    assertThat(staff.search("D0101", "O2", NOW, 10)).isEmpty();
    assertThat(staff.search("D01", "%", NOW, 10)).isEmpty();
  }

  @Test
  void each_post_knows_when_the_next_one_begins() {
    assertThat(staff.posts("O2"))
        .extracting(Post::unit, Post::since, Post::until)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("D01", NOW, null),
            org.assertj.core.groups.Tuple.tuple("D0101", BEFORE, NOW));
    assertThat(staff.post("O3", NOW).orElseThrow().hasLeft()).isTrue();
    assertThat(staff.post("O4", NOW)).isEmpty();
  }

  @Test
  void absences_of_a_unit_are_those_of_its_people_that_have_not_ended() {
    tell(
        away("O1", "over", NOW.minus(Duration.ofDays(9)), NOW, null, false),
        away("O1", "now", NOW.minus(Duration.ofDays(1)), LATER, "O2", false),
        away("O1", "cancelled", NOW, LATER, null, true),
        away("O2", "elsewhere", NOW, LATER, null, false));

    assertThat(staff.absencesIn("D0101", NOW, 10))
        .containsExactly(new Absence("O1", NOW.minus(Duration.ofDays(1)), LATER, "O2"));
    assertThat(staff.absences("O1", 10)).hasSize(2);
  }

  private void tell(DirectoryEvent... news) {
    new JdbcDirectory(database, InstantSource.fixed(NOW)).apply(List.of(news));
  }

  private static OfficerAssigned post(String officer, String unit, Instant since, String... roles) {
    return new OfficerAssigned(officer, "虚构" + officer, unit, Set.of(roles), Map.of(), since);
  }

  private static OfficerAway away(
      String officer,
      String id,
      Instant from,
      Instant until,
      @Nullable String substitute,
      boolean cancelled) {
    return new OfficerAway(officer, id, from, until, substitute, cancelled);
  }
}
