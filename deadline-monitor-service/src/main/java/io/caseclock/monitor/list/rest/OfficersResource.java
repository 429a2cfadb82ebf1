package io.caseclock.monitor.list.rest;

import io.caseclock.access.Role;
import io.caseclock.access.security.CurrentCaller;
import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.list.CountOfficers;
import io.caseclock.monitor.list.ListBook;
import io.caseclock.monitor.list.OfficerCounts.Asked;
import io.caseclock.monitor.list.OfficerCounts.By;
import io.caseclock.monitor.list.Proportion;
import io.caseclock.monitor.list.WatchedList;
import io.caseclock.monitor.rest.FindingWords;
import io.caseclock.monitor.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;

/** What went wrong for each officer or unit, beside their load. */
@Path("/api/v1/lists/{id}/officers")
@Produces(MediaType.APPLICATION_JSON)
@RolesAllowed({
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
@RunOnVirtualThread
public class OfficersResource {

  private static final int MOST = 100;
  private static final int USUAL_DAYS = 90;
  private static final int MOST_DAYS = 366;

  private final CountOfficers counting;
  private final Law law;
  private final Directory directory;
  private final ListScope scope;
  private final InstantSource clock;

  OfficersResource(
      CountOfficers counting,
      ListBook book,
      Law law,
      Directory directory,
      CurrentCaller caller,
      InstantSource clock) {
    this.counting = counting;
    this.law = law;
    this.directory = directory;
    this.scope = new ListScope(book, directory, caller);
    this.clock = clock;
  }

  /**
   * A share with its 95 % interval after Wilson, in percent.
   *
   * @param count the numerator
   * @param of the denominator
   */
  public record ShareView(long count, long of, double percent, double low, double high) {

    static @Nullable ShareView of(Proportion share) {
      if (!share.isTold()) {
        return null;
      }
      var interval = share.interval();
      return new ShareView(
          share.count(),
          share.of(),
          percent((double) share.count() / share.of()),
          percent(interval.low()),
          percent(interval.high()));
    }

    private static double percent(double share) {
      return Math.round(share * 1_000) / 10.0;
    }
  }

  /**
   * A mistake that the same officer made at least twice.
   *
   * @param kind breach or finding
   * @param rule the rule, or the cause of the findings
   * @param element what the findings are about; null for a breach
   * @param officers how many officers repeated it; 1 in the line of an officer
   * @param training what the pack ties to it; null for none
   */
  public record RepeatView(
      String kind,
      String rule,
      Names names,
      @Nullable String element,
      long times,
      long officers,
      @Nullable TrainingView training) {}

  /** A training of the pack. */
  public record TrainingView(String id, Names names) {}

  /**
   * One officer or unit.
   *
   * @param officer null where none is named, and in lines of units
   * @param breaches late ones of the deadlines that were due; null where fewer than five were
   * @param faultyCases cases with a finding, of the cases in which something was due or found; null
   *     where fewer than five were
   * @param findings all of them; null with {@code faultyCases}
   * @param fewerThanFive whether fewer than five deadlines were due: such a line has no place among
   *     the others and tells no repetition
   */
  public record LineView(
      String unit,
      @Nullable String officer,
      @Nullable String officerName,
      @Nullable ShareView breaches,
      @Nullable ShareView faultyCases,
      @Nullable Long findings,
      boolean fewerThanFive,
      List<RepeatView> repeats) {}

  /**
   * A page.
   *
   * @param from the first day of the period, inclusive
   * @param to its last day, inclusive
   * @param next give it as {@code after} to get the next page; null on the last
   */
  public record Officers(
      String list,
      Names names,
      String unit,
      LocalDate from,
      LocalDate to,
      String by,
      List<LineView> lines,
      @Nullable String next) {}

  @GET
  @Operation(
      summary = "What went wrong for each officer or unit, beside their load",
      description =
          "For a list that shows officers. Of the deadlines about its elements that were due from"
              + " 'from' to 'to' (the last 90 days where nothing is said, at most 366), how many"
              + " were late at any time, and of the cases in how many something was found, each"
              + " with a 95 % interval; by officer and unit, or by unit ('by'). A deadline counts"
              + " for the unit and officer who had it when it was due. Only duties of the"
              + " authority count. First of whom it is surest that much is late; lines with fewer"
              + " than five are told as that, at the end. What the same officer repeated comes with"
              + " the training that the pack ties to it.")
  public Officers officers(
      @PathParam("id") String id,
      @QueryParam("unit") @Nullable String asked,
      @QueryParam("from") @Nullable String from,
      @QueryParam("to") @Nullable String to,
      @QueryParam("by") @DefaultValue("officer") String by,
      @QueryParam("after") @Nullable String after,
      @QueryParam("limit") @DefaultValue("50") String limit) {
    var list = officersList(id);
    var unit = scope.unit(asked);
    var question = question(list, unit, from, to, by);
    var page =
        counting.page(
            question, Parameters.cursor(after, OfficerOrder::parse), Parameters.limit(limit, MOST));
    var next = page.next();
    return new Officers(
        list.id(),
        list.names(),
        unit,
        question.from(),
        question.to(),
        question.by().wire(),
        page.lines().stream().map(this::view).toList(),
        next == null ? null : OfficerOrder.text(next));
  }

  private WatchedList officersList(String id) {
    var list = scope.list(id);
    if (!list.showsOfficers()) {
      throw new ProblemException(
          ProblemType.NOT_FOUND,
          "This list does not count officers. GET /api/v1/lists says which one does.");
    }
    return list;
  }

  private Asked question(
      WatchedList list, String unit, @Nullable String from, @Nullable String to, String by) {
    var now = clock.instant();
    var today = now.atZone(list.pack().zone()).toLocalDate();
    var last = Parameters.optionalDay("to", to);
    var end = last == null ? today : last;
    if (end.isAfter(today)) {
      throw Parameters.refused("to", "today or a day in the past");
    }
    var first = Parameters.optionalDay("from", from);
    var begin = first == null ? end.minusDays(USUAL_DAYS - 1L) : first;
    if (begin.isAfter(end) || begin.isBefore(end.minusDays(MOST_DAYS - 1L))) {
      throw Parameters.refused(
          "from", "a day not after 'to', and at most " + MOST_DAYS + " days with it");
    }
    Parameters.oneOf("by", by, List.of(By.OFFICER.wire(), By.UNIT.wire()));
    return new Asked(
        list,
        unit,
        begin,
        end,
        By.valueOf(by.toUpperCase(Locale.ROOT)),
        counting.notCounted(),
        now);
  }

  private LineView view(CountOfficers.Line line) {
    var load = line.load();
    var officer = load.officer();
    var faulty = ShareView.of(load.faultyCases());
    return new LineView(
        load.unit(),
        officer,
        officer == null ? null : directory.officer(officer).map(OfficerEntry::name).orElse(null),
        ShareView.of(load.breaches()),
        faulty,
        faulty == null ? null : load.findings(),
        !load.breaches().isTold(),
        line.repeats().stream().map(this::view).toList());
  }

  private RepeatView view(CountOfficers.Repeat repeat) {
    var what = repeat.what();
    var training = repeat.training();
    return new RepeatView(
        what.element() == null ? "breach" : "finding",
        what.kind(),
        law.rule(what.kind())
            .map(found -> found.rule().names())
            .orElseGet(() -> FindingWords.of(what.kind())),
        what.element(),
        what.times(),
        what.officers(),
        training == null ? null : new TrainingView(training.id(), training.names()));
  }
}
