package io.caseclock.directory.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.DirectoryEvent.OfficerAway;
import io.caseclock.directory.Absence;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.testsupport.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class OfficersAsOfADayTest {

  private static final Instant MARCH = Instant.parse("2026-02-28T16:00:00Z");
  private static final Instant JUNE = Instant.parse("2026-05-31T16:00:00Z");
  private static final Duration A_MOMENT = Duration.ofNanos(1000);

  private DataSource database;
  private JdbcDirectory directory;
  private Instant now = MARCH;

  @BeforeEach
  void anEmptyDirectory() {
    database = TestDatabase.fresh();
    DirectoryTables.createIn(database);
    directory = new JdbcDirectory(database, () -> now);
  }

  @Nested
  class APost {

    @Test
    void holds_from_its_instant_until_the_next_one_begins() {
      directory.apply(List.of(post("O1", "S1", MARCH), post("O1", "S2", JUNE)));

      assertThat(directory.officer("O1", MARCH.minus(A_MOMENT))).isEmpty();
      assertThat(unitOf("O1", MARCH)).isEqualTo("S1");
      assertThat(unitOf("O1", MARCH.plus(A_MOMENT))).isEqualTo("S1");
      assertThat(unitOf("O1", JUNE.minus(A_MOMENT))).isEqualTo("S1");
      assertThat(unitOf("O1", JUNE)).isEqualTo("S2");
      assertThat(unitOf("O1", JUNE.plus(A_MOMENT))).isEqualTo("S2");
    }

    @Test
    void counts_in_one_unit_only_at_any_instant() {
      directory.apply(
          List.of(post("O1", "S1", MARCH), post("O1", "S2", JUNE), post("O2", "S1", MARCH)));

      assertThat(idsOf("S1", MARCH.minus(A_MOMENT))).isEmpty();
      assertThat(idsOf("S1", MARCH)).containsExactly("O1", "O2");
      assertThat(idsOf("S1", JUNE.minus(A_MOMENT))).containsExactly("O1", "O2");
      assertThat(idsOf("S2", JUNE.minus(A_MOMENT))).isEmpty();
      assertThat(idsOf("S1", JUNE)).containsExactly("O2");
      assertThat(idsOf("S2", JUNE)).containsExactly("O1");
    }

    @Test
    void that_begins_in_the_future_takes_effect_when_the_clock_gets_there() {
      directory.apply(List.of(post("O1", "S1", MARCH), post("O1", "S2", JUNE)));

      now = JUNE.minus(A_MOMENT);
      assertThat(directory.officer("O1").map(OfficerEntry::unit)).contains("S1");
      assertThat(directory.officersOf("S2")).isEmpty();
      now = JUNE;
      assertThat(directory.officer("O1").map(OfficerEntry::unit)).contains("S2");
      assertThat(directory.officersOf("S2")).extracting(OfficerEntry::id).containsExactly("O1");
    }

    @Test
    void is_corrected_by_a_second_word_on_the_same_instant() {
      directory.apply(List.of(post("O1", "S1", MARCH)));
      var corrected =
          new OfficerAssigned(
              "O1",
              "Corrected Example",
              "S2",
              Set.of("officer", "unit-head"),
              Map.of("email", "o1@police.example"),
              MARCH);

      directory.apply(List.of(corrected));

      assertThat(directory.officer("O1", MARCH))
          .contains(
              new OfficerEntry(
                  "O1",
                  "Corrected Example",
                  "S2",
                  Set.of("unit-head", "officer"),
                  Map.of("email", "o1@police.example")));
      assertThat(idsOf("S1", MARCH)).isEmpty();
    }

    @Test
    void of_an_unknown_officer_is_none() {
      assertThat(directory.officer("O9", MARCH)).isEmpty();
      assertThat(directory.officersOf("S9", MARCH)).isEmpty();
    }

    @Test
    void in_a_text_has_neither_name_nor_contacts() {
      var entry =
          new OfficerEntry(
              "O1", "Li Example", "S1", Set.of(), Map.of("email", "li@police.example"));

      assertThat(entry.toString()).contains("O1").doesNotContain("Li Example", "police.example");
    }
  }

  @Nested
  class AnAbsence {

    @Test
    void holds_from_its_beginning_until_just_before_its_end() {
      directory.apply(List.of(away("a", MARCH, JUNE, "O2", false)));

      assertThat(directory.absence("O1", MARCH.minus(A_MOMENT))).isEmpty();
      assertThat(directory.absence("O1", MARCH)).contains(new Absence("O1", MARCH, JUNE, "O2"));
      assertThat(directory.absence("O1", MARCH.plus(A_MOMENT))).isPresent();
      assertThat(directory.absence("O1", JUNE.minus(A_MOMENT))).isPresent();
      assertThat(directory.absence("O1", JUNE)).isEmpty();
      assertThat(directory.absence("O1", JUNE.plus(A_MOMENT))).isEmpty();
      assertThat(directory.absence("O2", MARCH)).isEmpty();
    }

    @Test
    void that_is_cancelled_never_was() {
      directory.apply(List.of(away("a", MARCH, JUNE, "O2", false)));
      directory.apply(List.of(away("a", MARCH, JUNE, "O2", true)));

      assertThat(directory.absence("O1", MARCH)).isEmpty();
    }

    @Test
    void is_corrected_by_a_second_word_on_its_id() {
      directory.apply(List.of(away("a", MARCH, JUNE, "O2", false)));
      directory.apply(List.of(away("a", MARCH.plusSeconds(60), JUNE, null, false)));

      assertThat(directory.absence("O1", MARCH)).isEmpty();
      assertThat(directory.absence("O1", MARCH.plusSeconds(60)))
          .contains(new Absence("O1", MARCH.plusSeconds(60), JUNE, null));
    }

    @Test
    void inside_another_names_the_substitute_while_it_lasts() {
      directory.apply(
          List.of(
              away("year", MARCH, JUNE, "O2", false),
              away("day", MARCH.plusSeconds(100), MARCH.plusSeconds(200), "O3", false)));

      assertThat(substituteAt(MARCH.plusSeconds(99))).isEqualTo("O2");
      assertThat(substituteAt(MARCH.plusSeconds(100))).isEqualTo("O3");
      assertThat(substituteAt(MARCH.plusSeconds(200))).isEqualTo("O2");
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void news_in_any_order_and_told_twice_give_the_same_directory(long seed) {
    List<DirectoryEvent> news =
        new ArrayList<>(
            List.of(
                post("O1", "S1", MARCH),
                post("O1", "S2", JUNE),
                post("O1", "S3", JUNE.plusSeconds(60)),
                away("a", MARCH, JUNE, "O2", false),
                away("b", MARCH.plusSeconds(60), JUNE, "O3", false)));
    news.addAll(news);
    Collections.shuffle(news, new Random(seed));

    news.forEach(one -> directory.apply(List.of(one)));

    assertThat(unitOf("O1", MARCH)).isEqualTo("S1");
    assertThat(unitOf("O1", JUNE)).isEqualTo("S2");
    assertThat(unitOf("O1", JUNE.plusSeconds(60))).isEqualTo("S3");
    assertThat(substituteAt(MARCH)).isEqualTo("O2");
    assertThat(substituteAt(MARCH.plusSeconds(60))).isEqualTo("O3");
  }

  private String unitOf(String officer, Instant at) {
    return directory.officer(officer, at).orElseThrow().unit();
  }

  private List<String> idsOf(String unit, Instant at) {
    return directory.officersOf(unit, at).stream().map(OfficerEntry::id).toList();
  }

  private @Nullable String substituteAt(Instant at) {
    return directory.absence("O1", at).orElseThrow().substitute();
  }

  private static DirectoryEvent post(String id, String unit, Instant since) {
    return new OfficerAssigned(id, "Example " + id, unit, Set.of("officer"), Map.of(), since);
  }

  private static DirectoryEvent away(
      String id, Instant from, Instant until, @Nullable String substitute, boolean cancelled) {
    return new OfficerAway("O1", id, from, until, substitute, cancelled);
  }
}
