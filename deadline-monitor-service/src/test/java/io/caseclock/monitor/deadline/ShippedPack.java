package io.caseclock.monitor.deadline;

import io.caseclock.monitor.calendar.WorkingCalendar;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The police pack, read once for all tests. */
final class ShippedPack {

  private static final PackFiles FILES = PackFiles.shipped("cn-public-security");
  static final Pack PACK = PackReader.require(FILES);
  static final WorkingCalendar CALENDAR = WorkingCalendar.of(PACK);

  static Engine engine() {
    return new Engine(RuleBook.of(PACK), CALENDAR);
  }

  static Engine engineFor(String rule) {
    return new Engine(RuleBook.of(PACK).only(Set.of(rule)), CALENDAR);
  }

  static List<String> exampleLines() {
    return Objects.requireNonNull(FILES.texts().get("examples.csv"))
        .lines()
        .skip(1)
        .filter(line -> !line.isBlank())
        .toList();
  }

  private ShippedPack() {}
}
