package io.caseclock.monitor.statistics.rest;

import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.directory.UnitEntry;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.statistics.Grouping;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the keys of groups are called. */
final class KeyNames {

  private final Law law;
  private final Directory directory;
  private final Map<String, Names> units = new HashMap<>();

  /**
   * @param unit the unit whose subtree is asked for
   */
  KeyNames(Law law, Directory directory, String unit) {
    this.law = law;
    this.directory = directory;
    for (UnitEntry entry : directory.subtree(unit)) {
      units.put(entry.id(), entry.names());
    }
  }

  @Nullable Names of(Grouping grouping, String key) {
    return switch (grouping) {
      case UNIT -> units.get(key);
      case RULE -> law.rule(key).map(found -> found.rule().names()).orElse(null);
      case LIST -> list(key).orElse(null);
      case OFFICER -> directory.officer(key).map(KeyNames::names).orElse(null);
      case ELEMENT, DAY, WEEK, MONTH -> null;
    };
  }

  private static Names names(OfficerEntry officer) {
    return new Names(officer.name(), officer.name());
  }

  private Optional<Names> list(String id) {
    return law.packs().stream()
        .map(pack -> pack.pack().lists().get(id))
        .flatMap(list -> list == null ? Stream.empty() : Stream.of(list.names()))
        .findFirst();
  }
}
