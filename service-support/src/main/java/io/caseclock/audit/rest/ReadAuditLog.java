package io.caseclock.audit.rest;

import io.caseclock.access.security.CurrentCaller;
import io.caseclock.audit.AuditEntry;
import io.caseclock.audit.AuditQuery;
import io.caseclock.audit.StoredEntry;
import io.caseclock.audit.jdbc.AuditTable;
import io.caseclock.directory.Directory;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.rest.CsvBody;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads what the caller may know of: accounts in their own subtree of units. */
@Singleton
public class ReadAuditLog {

  private static final int MOST_LINES = 100_000;
  private static final int LINES_AT_ONCE = 1_000;
  private static final List<String> HEADER =
      List.of(
          "id",
          "at",
          "account",
          "officer",
          "roles",
          "unit",
          "operation",
          "ids",
          "status",
          "requestId");

  private final AuditTable table;
  private final Directory directory;
  private final CurrentCaller caller;
  private final ShownThings shown;

  @Inject
  ReadAuditLog(AuditTable table, Directory directory, CurrentCaller caller, ShownThings shown) {
    this.table = table;
    this.directory = directory;
    this.caller = caller;
    this.shown = shown;
  }

  /**
   * A page, the newest entry first.
   *
   * @param next what to pass as {@code after} for the following page; null at the end
   */
  public record Answer(List<AuditEntryView> entries, @Nullable Long next) {
    public Answer {
      entries = List.copyOf(entries);
    }
  }

  public Answer page(AskedEntries asked) {
    var query = asked.query(root());
    var found = shown.of(table.page(query.olderThan(query.before(), query.limit() + 1)));
    var page = found.subList(0, Math.min(query.limit(), found.size()));
    return new Answer(
        page.stream().map(AuditEntryView::of).toList(),
        found.size() > page.size() ? page.getLast().id() : null);
  }

  /** A file of all that was asked for, from the newest on. */
  public Response csv(AskedEntries asked) {
    return csv(asked, "audit-log");
  }

  /** The same, under a name without its ending. */
  public Response csv(AskedEntries asked, String name) {
    var query = asked.query(root());
    if (table.count(query, MOST_LINES + 1) > MOST_LINES) {
      throw new ProblemException(
          ProblemType.RULE_REFUSES,
          "These are more than " + MOST_LINES + " entries. Ask for a shorter time: from, to.");
    }
    return CsvBody.of(name, HEADER, rows -> write(query, rows));
  }

  private void write(AuditQuery query, Consumer<Object[]> rows) {
    var before = query.before();
    List<StoredEntry> page;
    do {
      page = table.page(query.olderThan(before, LINES_AT_ONCE));
      page.forEach(one -> rows.accept(line(one)));
      before = page.isEmpty() ? before : page.getLast().id();
    } while (page.size() == LINES_AT_ONCE);
  }

  private static @Nullable Object[] line(StoredEntry stored) {
    AuditEntry entry = stored.entry();
    return new @Nullable Object[] {
      stored.id(),
      entry.at(),
      entry.actor().account(),
      entry.actor().officer(),
      String.join(" ", entry.actor().roles()),
      entry.actor().unit(),
      entry.operation(),
      entry.ids().entrySet().stream().map(Map.Entry::toString).collect(Collectors.joining(" ")),
      entry.status(),
      entry.requestId()
    };
  }

  /** Null for whoever stands above all units, who also sees accounts bound to none. */
  private @Nullable String root() {
    var own = caller.get().requiredUnit();
    return directory.isAboveAll(own) ? null : own;
  }
}
