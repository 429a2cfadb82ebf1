package io.caseclock.audit.rest;

import io.caseclock.attribute.Identifier;
import io.caseclock.audit.AuditKind;
import io.caseclock.audit.AuditOutcome;
import io.caseclock.audit.AuditQuery;
import io.caseclock.contract.StorableText;
import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.RequestFaults;
import jakarta.ws.rs.QueryParam;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The parameters of a question to the audit log. */
public class AskedEntries {

  private static final int USUAL = 50;
  private static final int MOST = 500;
  private static final int LONGEST = 200;
  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant BEHIND_LAST = Instant.parse("+10000-01-01T00:00:00Z");

  /** The first instant, with its offset: {@code 2026-03-12T00:00:00+08:00}. */
  @QueryParam("from")
  @Nullable String from;

  /** The instant behind the last one. */
  @QueryParam("to")
  @Nullable String to;

  /** The id of an officer in the directory. */
  @QueryParam("officer")
  @Nullable String officer;

  /** The name of an account. */
  @QueryParam("account")
  @Nullable String account;

  /** The number of a case that requests named, however it is written. */
  @QueryParam("case")
  @Nullable String caseId;

  /** A part of the operation, such as {@code /silences} or {@code sign-in}. */
  @QueryParam("operation")
  @Nullable String operation;

  /** change or read. */
  @QueryParam("kind")
  @Nullable String kind;

  /** done or refused. */
  @QueryParam("outcome")
  @Nullable String outcome;

  /** The {@code next} of the page before. */
  @QueryParam("after")
  @Nullable String after;

  /** From 1 to 500; 50 where it is absent. */
  @QueryParam("limit")
  @Nullable String limit;

  /** The same question with these parameters, by name; the others are absent. */
  public static AskedEntries of(Map<String, String> parameters) {
    var asked = new AskedEntries();
    asked.from = parameters.get("from");
    asked.to = parameters.get("to");
    asked.officer = parameters.get("officer");
    asked.account = parameters.get("account");
    asked.caseId = parameters.get("case");
    asked.operation = parameters.get("operation");
    asked.kind = parameters.get("kind");
    asked.outcome = parameters.get("outcome");
    asked.after = parameters.get("after");
    asked.limit = parameters.get("limit");
    return asked;
  }

  /** Refuses, with the place, what cannot be meant. */
  AuditQuery query(@Nullable String root) {
    var first = instant("from", from);
    var end = instant("to", to);
    if (first != null && end != null && end.isBefore(first)) {
      throw refused("to", "lies before from");
    }
    return new AuditQuery(
        root,
        first,
        end,
        text("officer", officer),
        text("account", account),
        caseNumber(),
        text("operation", operation),
        asKind(),
        asOutcome(),
        after == null ? Long.MAX_VALUE : number("after", after, Long.MAX_VALUE),
        limit == null ? USUAL : Math.toIntExact(number("limit", limit, MOST)));
  }

  private @Nullable AuditKind asKind() {
    return kind == null
        ? null
        : AuditKind.ofWire(kind).orElseThrow(() -> refused("kind", "is one of change, read"));
  }

  private @Nullable AuditOutcome asOutcome() {
    return outcome == null
        ? null
        : AuditOutcome.ofWire(outcome)
            .orElseThrow(() -> refused("outcome", "is one of done, refused"));
  }

  private static @Nullable Instant instant(String name, @Nullable String text) {
    if (text == null) {
      return null;
    }
    try {
      var at = OffsetDateTime.parse(text).toInstant();
      if (!at.isBefore(FIRST) && at.isBefore(BEHIND_LAST)) {
        return at;
      }
    } catch (DateTimeException e) {
      throw refused(name, "is a time with its offset, such as 2026-03-12T00:00:00+08:00");
    }
    throw refused(name, "lies between the years 1970 and 9999");
  }

  private static @Nullable String text(String name, @Nullable String text) {
    if (text != null && (text.isBlank() || text.length() > LONGEST || !StorableText.is(text))) {
      throw refused(name, "is a text of 1 to " + LONGEST + " characters");
    }
    return text;
  }

  private @Nullable String caseNumber() {
    return caseId == null
        ? null
        : Identifier.read(caseId).orElseThrow(reason -> refused("case", reason));
  }

  private static long number(String name, String text, long most) {
    var expected = "is a whole number from 1 to " + most;
    try {
      var number = Long.parseLong(text);
      if (number >= 1 && number <= most) {
        return number;
      }
    } catch (NumberFormatException e) {
      throw refused(name, expected);
    }
    throw refused(name, expected);
  }

  private static ProblemException refused(String name, String reason) {
    return RequestFaults.refused(List.of(new Violation(Pointer.to(name), reason)));
  }
}
