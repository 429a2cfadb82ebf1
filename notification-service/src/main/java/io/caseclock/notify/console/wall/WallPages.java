package io.caseclock.notify.console.wall;

import io.caseclock.access.Role;
import io.caseclock.notify.console.frame.Chart;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.console.overview.OverviewTexts;
import io.caseclock.notify.console.overview.Present;
import io.caseclock.notify.console.overview.SafeDays;
import io.caseclock.notify.console.overview.UnitNumbers;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Query;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/**
 * The wall screen. It asks for itself again every half minute; while the monitor is away the last
 * figures stay where they are, and the browser says since when.
 */
@Path("/wall")
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
public class WallPages {

  private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");

  private final PageContext page;
  private final UnitNumbers numbers;
  private final PageTime time;
  private final InstantSource clock;

  @Inject
  WallPages(PageContext page, UnitNumbers numbers, PageTime time, InstantSource clock) {
    this.page = page;
    this.numbers = numbers;
    this.time = time;
    this.clock = clock;
  }

  /**
   * @param asked one of the visitor's units; their own where none is named
   * @param byScript what htmx sends with what it asks for
   */
  @GET
  public Response wall(
      @QueryParam("unit") @Nullable String asked,
      @HeaderParam("HX-Request") @Nullable String byScript) {
    var unit = numbers.unit(asked);
    var questions = numbers.of(unit);
    var present = questions.present();
    if (byScript != null && !present.isTold()) {
      return Response.noContent().build();
    }
    var now = clock.instant();
    return page.show(
        200,
        new WallScreen(
            unit,
            unit.equals(page.root()) ? "/wall" : Query.of("unit", unit).behind("/wall"),
            time.zone(),
            now,
            time(now),
            present.toldOrEmpty().map(told -> time(told.asOf())).orElse(""),
            present,
            questions.safeDays(),
            questions
                .months()
                .toldOrEmpty()
                .map(months -> months.chart(page.language(), page.texts(OverviewTexts.class)))
                .orElse(null)));
  }

  private String time(Instant at) {
    return CLOCK.format(at.atZone(time.zone()));
  }

  /**
   * The screen.
   *
   * @param self where it asks for itself again
   * @param zone of the clock
   * @param clock what it is now there
   * @param asOf since when the figures stand; empty where there are none
   * @param trend null where the monitor does not tell
   */
  @CheckedTemplate(basePath = "wall", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record WallScreen(
      String unit,
      String self,
      ZoneId zone,
      Instant now,
      String clock,
      String asOf,
      Answer<Present> present,
      Answer<SafeDays> safeDays,
      @Nullable Chart trend)
      implements TemplateInstance {}
}
