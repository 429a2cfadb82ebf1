package io.caseclock.notify.console.standing;

import io.caseclock.access.Role;
import io.caseclock.contract.UnitKind;
import io.caseclock.notify.console.frame.Chart;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.monitor.Known;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Query;
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
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The monthly appraisal of units: their ranks, and each line that gave or took points. */
@Path("/standing")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
public class StandingPages {

  /** The kinds of the police's own units, which packs appraise. */
  private static final List<String> KINDS =
      UnitKind.wires().stream()
          .filter(kind -> List.of("bureau", "sub-bureau", "brigade", "station").contains(kind))
          .toList();

  /** A chart with more bars than these is not read. */
  private static final int MOST_BARS = 40;

  private final PageContext page;
  private final Monitor monitor;

  @Inject
  StandingPages(PageContext page, Monitor monitor) {
    this.page = page;
    this.monitor = monitor;
  }

  @GET
  public Response standing(
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("month") @Nullable String month,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("view") @Nullable String view,
      @QueryParam("after") @Nullable String after) {
    var root = page.root();
    var asked = Forms.text(unit);
    var query =
        Query.of("unit", asked)
            .and("month", Forms.text(month))
            .and("kind", Forms.text(kind))
            .and("view", Forms.text(view))
            .and("after", Forms.text(after));
    var answer = monitor.get("/api/v1/standing", query, StandingTold.class).answer();
    var unset = isRefusedAs(answer, ProblemType.NOT_FOUND);
    var told = (unset ? answer : Known.of(answer)).toldOrEmpty();
    var refused = isRefusedAs(answer, ProblemType.MALFORMED_REQUEST);
    return page.show(
        refused ? 400 : 200,
        new StandingOfUnits(
            answer,
            refused,
            unset,
            asked.isEmpty() ? root : asked,
            root,
            told.map(StandingTold::month).orElse(Forms.text(month)),
            told.map(StandingTold::kind).orElse("station"),
            told.map(StandingTold::view).orElse("now"),
            kinds(),
            Forms.text(after).isEmpty(),
            told.map(this::around),
            told.flatMap(this::chart)));
  }

  private static boolean isRefusedAs(Answer<?> answer, ProblemType type) {
    return answer.refusal().filter(problem -> problem.type() == type).isPresent();
  }

  private List<Choice> kinds() {
    var texts = page.texts(StandingTexts.class);
    return KINDS.stream().map(kind -> new Choice(kind, texts.kindOf(kind))).toList();
  }

  /** The months beside the one that is shown; a month that is not over has none after it. */
  private Months around(StandingTold told) {
    var month = YearMonth.parse(told.month());
    return new Months(link(month.minusMonths(1)), told.closed() ? link(month.plusMonths(1)) : "");
  }

  /** To the first page of a month. */
  private String link(YearMonth month) {
    return page.parameters().without("after").with("month", month.toString()).behind("/standing");
  }

  private Optional<Chart> chart(StandingTold told) {
    if (told.judged().size() < 2) {
      return Optional.empty();
    }
    var texts = page.texts(StandingTexts.class);
    var shown = told.judged().stream().limit(MOST_BARS).toList();
    return Optional.of(
        new Chart(
            "bar",
            texts.chart(),
            shown.stream().map(one -> page.language().pick(one.names())).toList(),
            List.of(
                new Chart.Series(
                    texts.points(),
                    shown.stream()
                        .map(StandingTold.Judged::points)
                        .map(BigDecimal::doubleValue)
                        .toList())),
            ""));
  }

  /**
   * The addresses of the months beside it.
   *
   * @param after empty where there is none
   */
  public record Months(String before, String after) {}

  /**
   * The standing.
   *
   * @param refused whether the month cannot be shown
   * @param unset whether no pack appraises units
   * @param isFirst whether it is the first page of the units
   */
  @CheckedTemplate(basePath = "standing", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record StandingOfUnits(
      Answer<StandingTold> answer,
      boolean refused,
      boolean unset,
      String unit,
      String root,
      String month,
      String kind,
      String view,
      List<Choice> kinds,
      boolean isFirst,
      Optional<Months> months,
      Optional<Chart> chart)
      implements TemplateInstance {}
}
