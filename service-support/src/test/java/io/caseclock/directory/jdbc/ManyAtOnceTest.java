package io.caseclock.directory.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.batch.BatchCache;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.contract.DirectoryEvent.OfficerAway;
import io.caseclock.contract.DirectoryEvent.UnitRegistered;
import io.caseclock.contract.Names;
import io.caseclock.directory.CachedDirectory;
import io.caseclock.directory.Directory;
import io.caseclock.testsupport.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many units and officers asked for together are answered as each by itself. */
@Timeout(30)
class ManyAtOnceTest {

  private static final Instant MARCH = Instant.parse("2026-02-28T16:00:00Z");
  private static final int DAYS = 20;
  private static final int NEWS = 120;

  /** With one that nobody has heard of. */
  private static final List<String> OFFICERS = List.of("O0", "O1", "O2", "O3", "O4", "nobody");

  private static final List<String> UNITS = List.of("D01", "S0", "S1", "S2", "nowhere");

  private Directory directory;

  @BeforeEach
  void anOfficeWhereMuchHappens() {
    var database = TestDatabase.fresh();
    DirectoryTables.createIn(database);
    directory = new JdbcDirectory(database, () -> MARCH);
    directory.apply(news(new Random(7)));
  }

  @Test
  void what_is_looked_up_together_is_what_is_looked_up_one_by_one() {
    assertThat(directory.units(UNITS)).isEqualTo(known(UNITS, id -> directory.unit(id).stream()));
    for (var day = -1; day <= DAYS; day++) {
      var at = MARCH.plus(Duration.ofDays(day));
      assertThat(directory.officers(OFFICERS, at))
          .isEqualTo(known(OFFICERS, id -> directory.officer(id, at).stream()));
      assertThat(directory.absences(OFFICERS, at))
          .isEqualTo(known(OFFICERS, id -> directory.absence(id, at).stream()));
      assertThat(directory.officersOf(UNITS, at))
          .isEqualTo(
              known(
                  UNITS,
                  id -> Stream.of(directory.officersOf(id, at)).filter(all -> !all.isEmpty())));
    }
  }

  @Test
  void what_a_batch_has_foreseen_is_answered_as_the_directory_would() {
    var memory = new BatchCache();
    var cached = new CachedDirectory(directory, memory);
    var at = MARCH.plus(Duration.ofDays(DAYS / 2));
    var before = answers(directory, at);

    memory.during(
        () -> {
          cached.foresee(UNITS, OFFICERS, at);
          directory.apply(news(new Random(8)));
          assertThat(answers(cached, at)).isEqualTo(before);
        });

    assertThat(answers(cached, at)).isEqualTo(answers(directory, at)).isNotEqualTo(before);
  }

  private static Map<String, Object> answers(Directory asked, Instant at) {
    return Map.of(
        "units", UNITS.stream().map(asked::unit).toList(),
        "posted", UNITS.stream().map(unit -> asked.officersOf(unit, at)).toList(),
        "officers", OFFICERS.stream().map(id -> asked.officer(id, at)).toList(),
        "absences", OFFICERS.stream().map(id -> asked.absence(id, at)).toList());
  }

  private static <T> Map<String, T> known(List<String> ids, Function<String, Stream<T>> answer) {
    return ids.stream()
        .flatMap(id -> answer.apply(id).map(found -> Map.entry(id, found)))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static List<DirectoryEvent> news(Random random) {
    List<DirectoryEvent> news = new ArrayList<>();
    news.add(unit("D01", null));
    for (var n = 0; n < 3; n++) {
      news.add(unit("S" + n, "D01"));
    }
    for (var n = 0; n < NEWS; n++) {
      var officer = "O" + random.nextInt(5);
      var from = MARCH.plus(Duration.ofDays(random.nextInt(DAYS)));
      if (random.nextBoolean()) {
        var unit = UNITS.get(random.nextInt(4));
        news.add(new OfficerAssigned(officer, "虚构", unit, Set.of("officer"), Map.of(), from));
      } else {
        var until = from.plus(Duration.ofDays(1 + random.nextInt(5)));
        news.add(
            new OfficerAway(
                officer, "leave-" + random.nextInt(4), from, until, null, random.nextBoolean()));
      }
    }
    return news;
  }

  private static UnitRegistered unit(String id, @Nullable String parent) {
    return new UnitRegistered(id, parent, new Names("虚构", "fictional " + id), "station");
  }
}
