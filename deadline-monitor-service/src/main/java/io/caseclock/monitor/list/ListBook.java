package io.caseclock.monitor.list;

import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.law.Law.InForce;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The lists of all packs in force, in the order of the packs. */
public final class ListBook {

  private final Map<String, WatchedList> lists = new LinkedHashMap<>();

  public ListBook(Law law) {
    for (var pack : law.packs().stream().map(InForce::pack).toList()) {
      for (var list : pack.lists().values()) {
        lists.merge(list.id(), WatchedList.of(list, pack), (known, more) -> known.with(list));
      }
    }
  }

  public List<WatchedList> all() {
    return List.copyOf(lists.values());
  }

  public Optional<WatchedList> list(String id) {
    return Optional.ofNullable(lists.get(id));
  }
}
