package io.caseclock.notify.console.calendar;

import io.caseclock.access.Role;
import io.caseclock.notify.console.calendar.PackYear.Day;
import io.caseclock.notify.console.calendar.PackYear.Pack;
import io.caseclock.notify.console.calendar.PackYear.Packs;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A year as a pack counts it, month by month. */
@Path("/calendars")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
public class CalendarPages {

  private static final Pattern YEAR = Pattern.compile("(19|2[0-9])[0-9]{2}");

  private final PageContext page;
  private final Monitor monitor;
  private final PageTime time;
  private final InstantSource clock;

  @Inject
  CalendarPages(PageContext page, Monitor monitor, PageTime time, InstantSource clock) {
    this.page = page;
    this.monitor = monitor;
    this.time = time;
    this.clock = clock;
  }

  /** Of the pack and year asked for; of the first pack and this year where none is. */
  @GET
  public Response year(
      @QueryParam("pack") @Nullable String pack, @QueryParam("year") @Nullable String year) {
    var wanted = year(year);
    var packs = monitor.get("/api/v1/packs", Query.NONE, Packs.class).answer();
    return packs
        .toldOrEmpty()
        .flatMap(told -> chosen(told, pack))
        .map(chosen -> show(packs, chosen, wanted))
        .orElseGet(() -> page.show(200, new CalendarNone(packs)));
  }

  private int year(@Nullable String asked) {
    if (asked == null || asked.isBlank()) {
      return time.today(clock.instant()).getYear();
    }
    if (!YEAR.matcher(asked.strip()).matches()) {
      throw Parameters.refused("year", "is a year from 1900 to 2999");
    }
    return Integer.parseInt(asked.strip());
  }

  private static Optional<Pack> chosen(Packs packs, @Nullable String id) {
    if (id == null || id.isBlank()) {
      return packs.packs().stream().findFirst();
    }
    var found = packs.packs().stream().filter(pack -> pack.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      throw new ProblemException(ProblemType.NOT_FOUND, "No pack of that id is in force.");
    }
    return found;
  }

  private Response show(Answer<Packs> packs, Pack pack, int year) {
    var path = "/api/v1/packs/" + Links.segment(pack.id()) + "/calendar/" + year;
    var days = monitor.get(path, Query.NONE, PackYear.class).answer();
    var told = days.toldOrEmpty();
    var choices =
        packs.value().packs().stream()
            .map(one -> new Choice(one.id(), page.language().pick(one.names())))
            .toList();
    return page.show(
        200,
        new CalendarYear(
            choices,
            pack,
            Integer.toString(year),
            days,
            told.map(it -> Month.of(it.days())).orElse(List.of()),
            told.map(CalendarPages::named).orElse(List.of())));
  }

  private static List<Day> named(PackYear year) {
    return year.days().stream().filter(day -> day.name() != null).toList();
  }

  /** No pack is known, or the monitor is away. */
  @CheckedTemplate(basePath = "calendar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record CalendarNone(Answer<Packs> packs) implements TemplateInstance {}

  /**
   * A year.
   *
   * @param year in digits, without any sign between them
   * @param named the days that notices name, in order
   */
  @CheckedTemplate(basePath = "calendar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record CalendarYear(
      List<Choice> packs,
      Pack pack,
      String year,
      Answer<PackYear> days,
      List<Month> months,
      List<Day> named)
      implements TemplateInstance {}
}
