package io.caseclock.intake.journal.jdbc;

import io.caseclock.contract.CurrentTraces;
import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.EventId;
import io.caseclock.directory.jdbc.JdbcDirectory;
import io.caseclock.intake.journal.Conflict;
import io.caseclock.intake.journal.Journal;
import io.caseclock.intake.journal.JournalEntry;
import io.caseclock.intake.journal.Lot;
import io.caseclock.intake.journal.Outcome;
import io.caseclock.intake.journal.Receipt;
import io.caseclock.intake.journal.Window;
import io.caseclock.intake.journal.jdbc.DayQuotas.Excess;
import io.caseclock.intake.journal.jdbc.JournalTable.Kept;
import io.caseclock.intake.source.QuotaDays;
import io.caseclock.jdbc.Sql;
import io.caseclock.outbox.Outbox;
import io.caseclock.outbox.OutboxRecord;
import io.caseclock.ownership.OwnershipRules;
import io.caseclock.ownership.Tenure;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** {@link Journal} in PostgreSQL; a batch of any size is one transaction. */
public final class JdbcJournal implements Journal {

  private final Sql sql;
  private final TenureTable tenures;
  private final QuotaDays days;

  public JdbcJournal(DataSource dataSource, OwnershipRules ownership, QuotaDays days) {
    sql = new Sql(dataSource);
    tenures = new TenureTable(ownership);
    this.days = days;
  }

  @Override
  public List<List<Outcome>> keep(List<Lot> lots, Instant acceptedAt) {
    var events = lots.stream().flatMap(lot -> lot.events().stream()).toList();
    if (events.isEmpty()) {
      return lots.stream().map(lot -> List.<Outcome>of()).toList();
    }
    var hashed = HashedEvent.inOrder(events, acceptedAt);
    return sql.transact(connection -> keep(connection, lots, hashed, acceptedAt));
  }

  /** What is within the quotas is kept like the events of one lot. */
  private List<List<Outcome>> keep(
      Connection connection, List<Lot> lots, List<HashedEvent> events, Instant acceptedAt)
      throws SQLException {
    takeDirectory(connection, events);
    var quotas = DayQuotas.lock(connection, lots, days.of(acceptedAt));
    var excesses = quotas.judge(connection, lots);
    var kept = keep(connection, within(lots, events, excesses)).iterator();
    List<List<Outcome>> outcomes = new ArrayList<>();
    for (var n = 0; n < lots.size(); n++) {
      var size = lots.get(n).events().size();
      var excess = excesses.get(n);
      outcomes.add(
          excess == null
              ? Stream.generate(kept::next).limit(size).toList()
              : Collections.nCopies(size, overQuota(excess, acceptedAt)));
    }
    count(connection, quotas, lots, outcomes);
    return outcomes;
  }

  private static List<HashedEvent> within(
      List<Lot> lots, List<HashedEvent> events, List<@Nullable Excess> excesses) {
    List<HashedEvent> within = new ArrayList<>();
    var next = events.iterator();
    for (var n = 0; n < lots.size(); n++) {
      var mine = Stream.generate(next::next).limit(lots.get(n).events().size()).toList();
      if (excesses.get(n) == null) {
        within.addAll(mine);
      }
    }
    return within;
  }

  private Outcome overQuota(Excess excess, Instant at) {
    return new Outcome.OverQuota(
        excess.quota(), excess.left(), Duration.between(at, days.next(at)));
  }

  private static void count(
      Connection connection, DayQuotas quotas, List<Lot> lots, List<List<Outcome>> outcomes)
      throws SQLException {
    for (var n = 0; n < lots.size(); n++) {
      var accepted = outcomes.get(n).stream().filter(Outcome.Accepted.class::isInstance).count();
      quotas.count(connection, lots.get(n).client(), accepted);
    }
  }

  private static void takeDirectory(Connection connection, List<HashedEvent> events)
      throws SQLException {
    if (events.stream().anyMatch(each -> each.event().news() != null)) {
      DirectoryLock.take(connection);
    }
  }

  private List<Outcome> keep(Connection connection, List<HashedEvent> events) throws SQLException {
    if (events.isEmpty()) {
      return List.of();
    }
    Map<EventId, HashedEvent> first = new LinkedHashMap<>();
    events.forEach(each -> first.putIfAbsent(each.eventId(), each));
    var inserted = JournalTable.insert(connection, first.values());
    var kept = kept(connection, first, inserted);

    List<Outcome> outcomes = new ArrayList<>();
    List<HashedEvent> toTell = new ArrayList<>();
    for (var each : events) {
      var before = Objects.requireNonNull(kept.get(each.eventId()));
      if (inserted.remove(each.eventId())) {
        toTell.add(each);
        outcomes.add(
            new Outcome.Accepted(each.eventId(), each.event().caseId(), each.acceptedAt()));
      } else if (each.hasContent(before.hash())) {
        outcomes.add(new Outcome.Duplicate(each.eventId(), before.caseId(), before.acceptedAt()));
      } else {
        keepFinding(connection, each, before).ifPresent(toTell::add);
        outcomes.add(new Outcome.Conflicting(each.eventId()));
      }
    }
    tenures.refresh(connection, toTell.stream().map(HashedEvent::event).toList());
    tell(connection, toTell);
    return outcomes;
  }

  private static Map<EventId, Kept> kept(
      Connection connection, Map<EventId, HashedEvent> first, Set<EventId> inserted)
      throws SQLException {
    var known = first.keySet().stream().filter(id -> !inserted.contains(id)).toList();
    var kept = new HashMap<>(JournalTable.find(connection, known));
    for (var id : inserted) {
      var hashed = Objects.requireNonNull(first.get(id));
      var event = hashed.event();
      kept.put(
          id,
          new Kept(
              hashed.hash(), event.subject(), event.caseId(), event.unit(), hashed.acceptedAt()));
    }
    return kept;
  }

  private static Optional<HashedEvent> keepFinding(
      Connection connection, HashedEvent refused, Kept kept) throws SQLException {
    var foundAt = refused.acceptedAt();
    var finding =
        ConflictTable.record(connection, refused, kept, foundAt)
            .map(event -> HashedEvent.of(event, foundAt));
    return finding.isEmpty() || JournalTable.insert(connection, List.of(finding.get())).isEmpty()
        ? Optional.empty()
        : finding;
  }

  private static void tell(Connection connection, List<HashedEvent> events) throws SQLException {
    if (events.isEmpty()) {
      return;
    }
    List<DirectoryEvent> news = new ArrayList<>();
    List<OutboxRecord> records = new ArrayList<>();
    for (var each : events) {
      if (each.event().news() != null) {
        news.add(each.event().news());
      }
      records.add(
          OutgoingEvents.of(each.event(), each.acceptedAt())
              .inTrace(CurrentTraces.of(each.eventId().toString())));
    }
    JdbcDirectory.apply(connection, news);
    Outbox.append(connection, records, events.getLast().acceptedAt());
  }

  @Override
  public Optional<String> unitOf(EventId id) {
    return find(id).map(Kept::unit);
  }

  @Override
  public Optional<String> caseOf(EventId id) {
    return find(id).map(Kept::caseId);
  }

  private Optional<Kept> find(EventId id) {
    return sql.with(
        connection -> JournalTable.find(connection, List.of(id)).values().stream().findFirst());
  }

  @Override
  public Map<String, List<Tenure>> tenures(Collection<String> caseIds) {
    return sql.with(connection -> tenures.find(connection, caseIds));
  }

  @Override
  public Optional<Receipt> receipt(EventId id, String visibleUnit) {
    return sql.with(connection -> JournalReads.receipt(connection, id, visibleUnit));
  }

  @Override
  public List<JournalEntry> ofCase(String caseId, String visibleUnit, Window window) {
    return sql.with(connection -> JournalReads.ofCase(connection, caseId, visibleUnit, window));
  }

  @Override
  public List<Conflict> conflicts(String visibleUnit, Window window) {
    return sql.with(connection -> JournalReads.conflicts(connection, visibleUnit, window));
  }
}
