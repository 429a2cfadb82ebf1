package io.caseclock.notify.notice;

import io.caseclock.directory.Directory;
import io.caseclock.notify.notice.NoticeQuery.Cursor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Notices, their faults and their steps in memory. */
public final class NoticesInMemory implements Notices, NoticeQueries {

  private final Map<String, Notice> kept = new LinkedHashMap<>();
  private final Map<String, List<NoticeFault>> faults = new HashMap<>();
  private final Map<String, List<NoticeStep>> steps = new HashMap<>();
  private final Map<String, Integer> counters = new HashMap<>();
  private final Directory directory;

  public NoticesInMemory(Directory directory) {
    this.directory = directory;
  }

  @Override
  public void lockIssuing(Collection<String> units) {
    // Nobody else issues meanwhile.
  }

  @Override
  public void foresee(Collection<String> ids, Collection<String> deadlineIds) {
    // Every question is quick here.
  }

  @Override
  public NoticeNumber nextNumber(NoticeKind kind, String unit, int year) {
    var serial = counters.merge(kind + unit + year, 1, Integer::sum);
    return new NoticeNumber(unit, year, serial);
  }

  @Override
  public boolean exists(String id) {
    return kept.containsKey(id);
  }

  @Override
  public boolean isOpen(String id) {
    return locked(id).filter(NoticesInMemory::isUnfinished).isPresent();
  }

  private static boolean isUnfinished(Notice notice) {
    return !notice.state().isFinished();
  }

  @Override
  public Optional<Notice> locked(String id) {
    return Optional.ofNullable(kept.get(id));
  }

  @Override
  public Optional<Notice> lockedWithin(String id, String rootUnit) {
    return locked(id)
        .filter(
            notice ->
                directory.isWithin(notice.unit(), rootUnit)
                    || directory.isWithin(notice.serial().unit(), rootUnit));
  }

  @Override
  public Optional<Notice> findWithin(String id, String rootUnit) {
    return lockedWithin(id, rootUnit);
  }

  @Override
  public Optional<Notice> openOf(String deadlineId) {
    return unfinished(fault -> deadlineId.equals(fault.deadlineId()));
  }

  @Override
  public Optional<Notice> openOfFinding(String unit, String caseId, String provision, String text) {
    return unfinished(
            fault ->
                fault.deadlineId() == null
                    && fault.caseId().equals(caseId)
                    && fault.rule().equals(provision)
                    && fault.names().zh().equals(text))
        .filter(notice -> notice.unit().equals(unit) && !notice.isOrder());
  }

  private Optional<Notice> unfinished(Predicate<NoticeFault> covers) {
    return kept.values().stream()
        .filter(NoticesInMemory::isUnfinished)
        .filter(notice -> holding(notice.id()).stream().anyMatch(covers))
        .findFirst();
  }

  private List<NoticeFault> holding(String id) {
    return faults(id).stream().filter(fault -> fault.droppedAt() == null).toList();
  }

  @Override
  public List<Notice> openOrdersOn(String noticeId) {
    return ordersOn(noticeId).stream().filter(NoticesInMemory::isUnfinished).toList();
  }

  @Override
  public void add(Notice notice, List<Fault> covered, StoredDocument json) {
    kept.put(notice.id(), notice);
    List<NoticeFault> all = new ArrayList<>();
    covered.forEach(fault -> all.add(fault(all.size() + 1, fault)));
    faults.put(notice.id(), all);
  }

  private static NoticeFault fault(int seq, Fault fault) {
    return new NoticeFault(
        seq,
        fault.deadlineId(),
        fault.caseId(),
        fault.subject(),
        fault.rule(),
        fault.names(),
        fault.severity(),
        fault.dueAt(),
        fault.zone(),
        null);
  }

  @Override
  public void change(Notice after) {
    kept.put(after.id(), after);
  }

  @Override
  public void record(Notice after, NoticeStep step) {
    change(after);
    steps.computeIfAbsent(after.id(), id -> new ArrayList<>()).add(step);
  }

  @Override
  public List<String> openDeadlines(String noticeId) {
    return holding(noticeId).stream()
        .flatMap(fault -> Optional.ofNullable(fault.deadlineId()).stream())
        .toList();
  }

  @Override
  public int dropFault(String noticeId, String deadlineId, Instant at) {
    var after = new ArrayList<>(faults(noticeId));
    after.replaceAll(
        fault ->
            deadlineId.equals(fault.deadlineId()) && fault.droppedAt() == null
                ? dropped(fault, at)
                : fault);
    faults.put(noticeId, after);
    return holding(noticeId).size();
  }

  private static NoticeFault dropped(NoticeFault fault, Instant at) {
    return new NoticeFault(
        fault.seq(),
        fault.deadlineId(),
        fault.caseId(),
        fault.subject(),
        fault.rule(),
        fault.names(),
        fault.severity(),
        fault.dueAt(),
        fault.zone(),
        at);
  }

  @Override
  public Optional<NoticeStep> lastStep(String noticeId) {
    var byPeople =
        steps(noticeId).stream().filter(step -> !step.by().equals(Actor.SYSTEM)).toList();
    var all = byPeople.isEmpty() ? steps(noticeId) : byPeople;
    return all.stream().max(Comparator.comparing(NoticeStep::seq));
  }

  @Override
  public List<Notice> page(NoticeQuery query) {
    throw new UnsupportedOperationException("pages are the database's work");
  }

  @Override
  public Cursor behind(Notice last, NoticeOrder order) {
    throw new UnsupportedOperationException("pages are the database's work");
  }

  @Override
  public Map<NoticeStage, Long> counts(String rootUnit, NoticeFilter filter) {
    throw new UnsupportedOperationException("pages are the database's work");
  }

  @Override
  public List<String> issuers(String rootUnit) {
    throw new UnsupportedOperationException("pages are the database's work");
  }

  @Override
  public boolean hasIssuedTo(String issuer, String rootUnit) {
    throw new UnsupportedOperationException("pages are the database's work");
  }

  @Override
  public Map<String, Instant> deliveries(Collection<String> ids) {
    throw new UnsupportedOperationException("pages are the database's work");
  }

  @Override
  public List<Notice> open(String rootUnit, int limit) {
    throw new UnsupportedOperationException("pages are the database's work");
  }

  @Override
  public List<Notice> register(RegisterQuery query) {
    throw new UnsupportedOperationException("pages are the database's work");
  }

  @Override
  public Map<String, NoticeStep> withdrawals(Collection<String> ids) {
    throw new UnsupportedOperationException("pages are the database's work");
  }

  @Override
  public long countOpen(String rootUnit) {
    throw new UnsupportedOperationException("pages are the database's work");
  }

  @Override
  public List<NoticeStep> steps(String id) {
    return List.copyOf(steps.getOrDefault(id, List.of()));
  }

  @Override
  public List<NoticeFault> faults(String id) {
    return List.copyOf(faults.getOrDefault(id, List.of()));
  }

  @Override
  public List<Notice> ordersOn(String id) {
    return kept.values().stream().filter(notice -> id.equals(notice.lower())).toList();
  }

  @Override
  public Set<String> seen(Collection<String> ids, String rootUnit) {
    return ids.stream()
        .filter(id -> findWithin(id, rootUnit).isPresent())
        .collect(Collectors.toSet());
  }
}
