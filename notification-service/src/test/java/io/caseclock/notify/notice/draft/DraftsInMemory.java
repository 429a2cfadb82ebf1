package io.caseclock.notify.notice.draft;

import io.caseclock.directory.Directory;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Drafts in memory. */
public final class DraftsInMemory implements Drafts {

  private final Map<String, Draft> kept = new LinkedHashMap<>();
  private final Directory directory;

  public DraftsInMemory(Directory directory) {
    this.directory = directory;
  }

  @Override
  public void add(Draft draft) {
    kept.put(draft.id(), draft);
  }

  @Override
  public Optional<Draft> lockedWithin(String id, String rootUnit) {
    return page(rootUnit, kept.size()).stream().filter(draft -> draft.id().equals(id)).findFirst();
  }

  @Override
  public Optional<Draft> findWithin(String id, String rootUnit) {
    return lockedWithin(id, rootUnit);
  }

  @Override
  public List<Draft> page(String rootUnit, int limit) {
    return kept.values().stream()
        .filter(draft -> directory.isWithin(draft.content().unit(), rootUnit))
        .limit(limit)
        .toList();
  }

  @Override
  public void change(Draft after) {
    kept.put(after.id(), after);
  }

  @Override
  public void remove(String id) {
    kept.remove(id);
  }
}
