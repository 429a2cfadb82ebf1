package io.caseclock.notify.notice.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeKind;
import io.caseclock.notify.notice.NoticeQueries;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.RegisterQuery;
import io.caseclock.notify.notice.query.rest.NoticeFilters;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.rest.Parameters;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Every number that an issuer gave out in a year, with what became of it: a reader who knows one
 * notice and not the next sees that none is missing.
 */
@Path("/api/v1/notices/register")
@Produces(MediaType.APPLICATION_JSON)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
public class RegisterResource {

  private static final int FIRST_YEAR = 1900;
  private static final int LAST_YEAR = 9999;

  private final NoticeQueries notices;
  private final NoticeFilters filters;
  private final CurrentCaller caller;

  @Inject
  RegisterResource(NoticeQueries notices, NoticeFilters filters, CurrentCaller caller) {
    this.filters = filters;
    this.notices = notices;
    this.caller = caller;
  }

  /**
   * How a notice was withdrawn.
   *
   * @param role {@code system} where the suite withdrew it by itself, since its breach proved wrong
   * @param why in the words of who did it; absent where the caller may not see the notice
   */
  public record Withdrawal(Instant at, String role, @Nullable String why) {}

  /**
   * A number.
   *
   * @param id, unit, caseId absent where the caller may not see the notice
   */
  public record Entry(
      int serial,
      String number,
      String state,
      Instant issuedAt,
      @Nullable String id,
      @Nullable String unit,
      @Nullable String caseId,
      @Nullable Withdrawal withdrawal) {}

  /** A page of the register; {@code next} is null on the last. */
  public record Register(
      String issuer, String kind, int year, List<Entry> numbers, @Nullable String next) {}

  /** The numbers of an issuer among the caller's units, above them, or that issued to them. */
  @GET
  public Register register(
      @QueryParam("issuer") @Nullable String issuer,
      @QueryParam("year") @Nullable Integer year,
      @QueryParam("kind") @DefaultValue("notice") String kind,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @Nullable Integer limit) {
    var root = Paging.root(caller.get());
    Parameters.require(
        "kind", kind, Arrays.stream(NoticeKind.values()).map(NoticeKind::wire).toList());
    var query =
        new RegisterQuery(
            NoticeKind.ofWire(kind),
            issuer(issuer, root),
            year(year),
            serial(after),
            Paging.limit(limit));
    var found = notices.register(query);
    var withdrawn = notices.withdrawals(found.stream().map(Notice::id).toList());
    var seen = notices.seen(found.stream().map(Notice::id).toList(), root);
    return new Register(
        query.issuer(),
        kind,
        query.year(),
        found.stream()
            .map(each -> entry(each, withdrawn.get(each.id()), seen.contains(each.id())))
            .toList(),
        found.size() < query.limit() ? null : Integer.toString(found.getLast().serial().serial()));
  }

  private Entry entry(Notice notice, @Nullable NoticeStep withdrawal, boolean isSeen) {
    return new Entry(
        notice.serial().serial(),
        notice.number(),
        notice.state().wire(),
        notice.issuedAt(),
        isSeen ? notice.id() : null,
        isSeen ? notice.unit() : null,
        isSeen ? notice.caseId() : null,
        withdrawal == null
            ? null
            : new Withdrawal(
                withdrawal.at(), withdrawal.by().role(), isSeen ? withdrawal.text() : null));
  }

  /** Who is told of a notice knows its issuer, which may stand above, or beside. */
  private String issuer(@Nullable String asked, String root) {
    if (asked == null) {
      return root;
    }
    filters.requireIssuer("issuer", asked, root);
    return asked;
  }

  private static int year(@Nullable Integer year) {
    if (year == null || year < FIRST_YEAR || year > LAST_YEAR) {
      throw Parameters.refused("year", "is the year of the numbers, such as 2026");
    }
    return year;
  }

  private static int serial(@Nullable String after) {
    var place = Paging.after(after).orElse(0);
    if (place > Integer.MAX_VALUE) {
      throw Paging.badCursor();
    }
    return (int) place;
  }
}
