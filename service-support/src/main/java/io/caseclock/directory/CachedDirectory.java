package io.caseclock.directory;

import io.caseclock.batch.BatchCache;
import io.caseclock.contract.DirectoryEvent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** A directory that is asked each thing once in a batch. */
public final class CachedDirectory implements Directory {

  private final Directory directory;
  private final BatchCache memory;

  public CachedDirectory(Directory directory, BatchCache memory) {
    this.directory = directory;
    this.memory = memory;
  }

  @Override
  public void apply(List<DirectoryEvent> news) {
    directory.apply(news);
  }

  @Override
  public Optional<UnitEntry> unit(String unitId) {
    return memory.remembered(List.of("unit", unitId), () -> directory.unit(unitId));
  }

  @Override
  public Optional<OfficerEntry> officer(String officerId) {
    return memory.remembered(List.of("officer", officerId), () -> directory.officer(officerId));
  }

  @Override
  public Optional<OfficerEntry> officer(String officerId, Instant at) {
    return memory.remembered(
        List.of("officer", officerId, at), () -> directory.officer(officerId, at));
  }

  @Override
  public List<UnitEntry> subtree(String unitId) {
    return memory.remembered(List.of("subtree", unitId), () -> directory.subtree(unitId));
  }

  @Override
  public List<OfficerEntry> officersOf(String unitId) {
    return memory.remembered(List.of("officersOf", unitId), () -> directory.officersOf(unitId));
  }

  @Override
  public List<OfficerEntry> officersOf(String unitId, Instant at) {
    return memory.remembered(
        List.of("officersOf", unitId, at), () -> directory.officersOf(unitId, at));
  }

  @Override
  public Optional<Absence> absence(String officerId, Instant at) {
    return memory.remembered(
        List.of("absence", officerId, at), () -> directory.absence(officerId, at));
  }

  @Override
  public boolean isWithin(String unitId, String root) {
    return memory.remembered(
        List.of("isWithin", unitId, root), () -> directory.isWithin(unitId, root));
  }

  @Override
  public boolean isAboveAll(String unitId) {
    return memory.remembered(List.of("isAboveAll", unitId), () -> directory.isAboveAll(unitId));
  }
}
