package io.caseclock.notify.console.auditlog;

import io.caseclock.attribute.Identifier;
import io.caseclock.directory.Directory;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.rest.Parameters;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** What the filter of the audit log holds, as it was entered. */
record AuditFilterForm(
    String service,
    String from,
    String to,
    String who,
    String caseId,
    String operation,
    String kind,
    String outcome,
    String after) {

  static final String NOTIFICATION = "notification";
  static final String MONITOR = "monitor";

  private static final List<String> KINDS = List.of("change", "read");
  private static final List<String> OUTCOMES = List.of("done", "refused");
  private static final int LONGEST = 200;

  static AuditFilterForm of(MultivaluedMap<String, String> query) {
    var service = Forms.text(query, "service");
    Parameters.require("service", Forms.given(service), List.of(NOTIFICATION, MONITOR));
    return new AuditFilterForm(
        service.equals(MONITOR) ? MONITOR : NOTIFICATION,
        Forms.text(query, "from"),
        Forms.text(query, "to"),
        Forms.text(query, "who"),
        Forms.text(query, "case"),
        Forms.text(query, "operation"),
        Forms.text(query, "kind"),
        Forms.text(query, "outcome"),
        Forms.text(query, "after"));
  }

  /** Whether every field can be meant. */
  boolean isSound() {
    return (from.isEmpty() || Forms.day(from).isPresent())
        && (to.isEmpty() || Forms.day(to).isPresent())
        && !Forms.isTurnedRound(from, to)
        && (kind.isEmpty() || KINDS.contains(kind))
        && (outcome.isEmpty() || OUTCOMES.contains(outcome))
        && (caseId.isEmpty() || Identifier.read(caseId).asValue().isPresent())
        && Math.max(who.length(), operation.length()) <= LONGEST;
  }

  /** As the audit log of any service is asked, days as the zone counts them. */
  Query query(PageTime time, Directory directory) {
    var isOfficer = !who.isEmpty() && directory.officer(who).isPresent();
    return Query.of("from", day(from, time))
        .and("to", Forms.day(to).map(time::endOf).map(Instant::toString).orElse(""))
        .and(isOfficer ? "officer" : "account", who)
        .and("case", caseId)
        .and("operation", operation)
        .and("kind", kind)
        .and("outcome", outcome);
  }

  private static String day(String text, PageTime time) {
    return Forms.day(text)
        .map((LocalDate day) -> time.endOf(day.minusDays(1)))
        .map(Instant::toString)
        .orElse("");
  }

  /** The parameters of a question by name. */
  static Map<String, String> parameters(Query query) {
    return query.parameters().stream()
        .collect(Collectors.toMap(Query.Parameter::name, Query.Parameter::value, (a, b) -> b));
  }

  /** The same filter for the other service, from its newest entry on. */
  Query forService(String other) {
    return own().with("service", other);
  }

  /** The filter as it stands in the address, without the place of a page. */
  Query own() {
    return Query.of("service", service)
        .and("from", from)
        .and("to", to)
        .and("who", who)
        .and("case", caseId)
        .and("operation", operation)
        .and("kind", kind)
        .and("outcome", outcome);
  }

  /** The address of the file that holds what the filter finds. */
  public String csvPath() {
    return own().behind("/audit-log/file");
  }

  public String notificationPath() {
    return forService(NOTIFICATION).behind("/audit-log");
  }

  public String monitorPath() {
    return forService(MONITOR).behind("/audit-log");
  }

  Optional<String> cursor() {
    return Optional.of(after).filter(text -> !text.isEmpty());
  }
}
