package io.caseclock.audit.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.audit.NotAudited;
import io.caseclock.audit.jdbc.ChainTable;
import io.caseclock.chain.ChainEntry;
import io.caseclock.chain.DayHead;
import io.caseclock.chain.Link;
import io.caseclock.directory.Directory;
import io.caseclock.problem.Pointer;
import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.problem.RequestFaults;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The audit log as a chain, for whoever proves that it is whole. */
@Path("/api/v1/audit-log/days")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({Role.Wire.ADMINISTRATOR, Role.Wire.AUDITOR})
public class AuditChainResource {

  private static final LocalDate FIRST = LocalDate.EPOCH;
  private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

  private final ChainTable chain;
  private final Directory directory;
  private final CurrentCaller caller;

  AuditChainResource(ChainTable chain, Directory directory, CurrentCaller caller) {
    this.chain = chain;
    this.directory = directory;
    this.caller = caller;
  }

  /**
   * A page of days, the oldest first.
   *
   * @param next what to pass as {@code after} for the following page; null behind the last day
   * @param outside entries from before there was a chain
   */
  public record Days(List<DayHead> days, @Nullable LocalDate next, OutsideView outside) {}

  /**
   * Entries that no day counts.
   *
   * @param last when the newest was answered; absent where there is none
   */
  public record OutsideView(long entries, @Nullable Instant last) {}

  /**
   * A page of a day's entries, in the order of their numbers.
   *
   * @param follows the hash of the last entry of the day before it, or 64 zeros
   * @param last the hash of the day's last entry
   * @param next what to pass as {@code after} for the following page; null behind the last entry
   */
  public record Day(
      LocalDate day,
      int entries,
      String follows,
      String last,
      List<LinkView> links,
      @Nullable Integer next) {}

  /** An entry with its number and its hash; see {@link AuditEntryView}. */
  public record LinkView(
      int number,
      Instant at,
      @Nullable String account,
      @Nullable String officer,
      List<String> roles,
      @Nullable String unit,
      String operation,
      Map<String, String> ids,
      int status,
      String requestId,
      String hash) {

    static LinkView of(Link link) {
      ChainEntry entry = link.entry();
      return new LinkView(
          entry.number(),
          entry.at(),
          entry.account(),
          entry.officer(),
          entry.roles(),
          entry.unit(),
          entry.operation(),
          entry.ids(),
          entry.status(),
          entry.requestId(),
          link.hash());
    }
  }

  /** The head of each day that has or had entries: how many, and the hash of the last one. */
  @GET
  public Days days(@QueryParam("after") @Nullable String after) {
    directory.requireWholeTree(caller.get());
    var days = chain.days(after == null ? null : dayOf("after", after));
    var outside = chain.outside();
    return new Days(
        days,
        days.isEmpty() ? null : days.getLast().day(),
        new OutsideView(outside.entries(), outside.last()));
  }

  /** The entries of one day, with their hashes. */
  @GET
  @Path("{day}")
  @NotAudited("proving the chain would lengthen it")
  public Day day(@PathParam("day") String day, @QueryParam("after") @Nullable String after) {
    directory.requireWholeTree(caller.get());
    var part = chain.part(dayOf("day", day), after == null ? 0 : number(after));
    var head =
        part.head()
            .orElseThrow(
                () ->
                    new ProblemException(
                        ProblemType.NOT_FOUND, "This service has no entry of that day."));
    var links = part.links();
    return new Day(
        head.day(),
        head.entries(),
        head.follows(),
        head.last(),
        links.stream().map(LinkView::of).toList(),
        links.isEmpty() ? null : links.getLast().entry().number());
  }

  private static LocalDate dayOf(String name, String text) {
    try {
      var day = LocalDate.parse(text);
      if (!day.isBefore(FIRST) && !day.isAfter(LAST)) {
        return day;
      }
    } catch (DateTimeException e) {
      throw refused(name, "is a day such as 2026-03-12");
    }
    throw refused(name, "lies between the years 1970 and 9999");
  }

  private static int number(String text) {
    if (!text.matches("[0-9]{1,9}")) {
      throw refused("after", "is a whole number from 0 to 999999999");
    }
    return Integer.parseInt(text);
  }

  private static ProblemException refused(String name, String reason) {
    return RequestFaults.refused(List.of(new Violation(Pointer.to(name), reason)));
  }
}
