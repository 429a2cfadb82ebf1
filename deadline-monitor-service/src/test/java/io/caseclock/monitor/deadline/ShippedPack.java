package io.caseclock.monitor.deadline;

import io.caseclock.monitor.example.WorkedExample;
import io.caseclock.pack.Pack;
import io.caseclock.pack.PackReading;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import io.caseclock.time.WorkingCalendar;
import java.util.List;
import java.util.Set;

/** The police pack, read once for all tests. */
final class ShippedPack {

  private static final PackReading.Read READ =
      (PackReading.Read) PackReader.read(PackFiles.shipped("cn-public-security"));
  static final Pack PACK = READ.pack();
  static final WorkingCalendar CALENDAR = WorkingCalendar.of(PACK);

  static Engine engine() {
    return new Engine(RuleBook.of(PACK), CALENDAR);
  }

  static Engine engineFor(String rule) {
    return new Engine(RuleBook.of(PACK).only(Set.of(rule)), CALENDAR);
  }

  static List<WorkedExample> workedExamples() {
    return READ.examples().stream().map(row -> new WorkedExample(PACK, row)).toList();
  }

  private ShippedPack() {}
}
