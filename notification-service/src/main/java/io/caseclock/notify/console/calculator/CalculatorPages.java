package io.caseclock.notify.console.calculator;

import io.caseclock.access.Role;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.console.rulebook.RuleListing;
import io.caseclock.notify.console.rulebook.RuleTold;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Query;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The calculator: a rule, dates, and when something would be due. */
@Path("/calculator")
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
public class CalculatorPages {

  private static final String RULES = "/api/v1/rules";
  private static final int MOST_FOUND = 20;

  private final PageContext page;
  private final Monitor monitor;
  private final UriInfo uri;
  private final InstantSource clock;

  @Inject
  CalculatorPages(PageContext page, Monitor monitor, UriInfo uri, InstantSource clock) {
    this.page = page;
    this.monitor = monitor;
    this.uri = uri;
    this.clock = clock;
  }

  @GET
  public Response calculator(@BeanParam CalculatorFields fields) {
    var form = CalculatorForm.of(fields);
    return form.rule().isEmpty() ? choose(Forms.text(fields.q), "") : computed(form, fields);
  }

  /** A rule has to be found first. */
  private Response choose(String q, String refused) {
    var found =
        monitor
            .get(
                RULES,
                Query.of("q", q).and("order", "list").and("limit", MOST_FOUND),
                RuleListing.class)
            .answer();
    return page.show(refused.isEmpty() ? 200 : 404, new RuleChoice(q, refused, found));
  }

  private Response computed(CalculatorForm form, CalculatorFields fields) {
    var path = RULES + "/" + Links.segment(form.rule());
    var rule = monitor.get(path, Query.NONE, RuleTold.class);
    var computing =
        form.isAsked()
            ? monitor.get(path + "/computation", form.question(), ComputationTold.class)
            : null;
    var told = rule.answer();
    if (isRefusedAs(told, ProblemType.NOT_FOUND)) {
      return choose("", page.texts(CalculatorTexts.class).unknownRule());
    }
    var answer = computing == null ? null : computing.answer();
    var refused = refused(form, answer, isSent(fields));
    return page.show(refused.isEmpty() ? 200 : 400, show(form, told, answer, refused));
  }

  /** Whether the form was sent to be computed, and not only to get another row. */
  private boolean isSent(CalculatorFields fields) {
    return fields.add == null && uri.getQueryParameters().containsKey("start");
  }

  private CalculatorPage show(
      CalculatorForm form,
      Answer<RuleTold> rule,
      @Nullable Answer<ComputationTold> answer,
      Faults refused) {
    return new CalculatorPage(
        form,
        rule,
        rule.toldOrEmpty().map(CalculatorPages::choices).orElse(FormChoices.NONE),
        Optional.ofNullable(answer).filter(it -> refused.isEmpty()),
        refused,
        rule.toldOrEmpty().map(told -> new PageTime(told.zone()).local(clock.instant())).orElse(""),
        uri.getBaseUriBuilder().build().resolve(form.link()).toString());
  }

  private static boolean isRefusedAs(Answer<?> answer, ProblemType type) {
    return answer.refusal().filter(problem -> problem.type() == type).isPresent();
  }

  /** What is wrong, by the place where it was typed: start, pause/0, extension/1 and so on. */
  private Faults refused(
      CalculatorForm form, @Nullable Answer<ComputationTold> answer, boolean sent) {
    var texts = page.texts(CalculatorTexts.class);
    Map<String, String> refused = new TreeMap<>();
    if (sent && form.start().isEmpty()) {
      refused.put("start", texts.startMissing());
    }
    if (answer != null && isRefusedAs(answer, ProblemType.MALFORMED_REQUEST)) {
      answer
          .refusal()
          .ifPresent(
              problem ->
                  problem
                      .violations()
                      .forEach(
                          fault -> {
                            var at = fault.pointer().substring(1);
                            refused.put(at, texts.refused(at.replaceFirst("/.*", "")));
                          }));
    }
    return new Faults(refused);
  }

  /**
   * What is wrong.
   *
   * @param byPlace start, end, term, pause/0, extension/1 and so on
   */
  public record Faults(Map<String, String> byPlace) {

    public boolean isEmpty() {
      return byPlace.isEmpty();
    }

    /** Empty where nothing is. */
    public String of(String place) {
      return byPlace.getOrDefault(place, "");
    }

    /** Of a row, counted from zero. */
    public String ofRow(String place, int row) {
      return of(place + "/" + row);
    }
  }

  private static FormChoices choices(RuleTold rule) {
    Map<String, String> ids = new TreeMap<>();
    var spans =
        rule.versions().stream()
            .flatMap(version -> version.tolling().stream())
            .filter(span -> ids.putIfAbsent(span.from(), span.from()) == null)
            .toList();
    return new FormChoices(
        spans,
        rule.versions().stream().anyMatch(version -> !version.extensions().isEmpty()),
        rule.versions().stream().anyMatch(version -> version.roll().contains("custody")),
        rule.versions().stream().anyMatch(version -> version.term() != null));
  }

  /**
   * What the form of a rule asks for.
   *
   * @param spans that do not count, in any version
   * @param extensions whether any version may be extended
   * @param custody whether custody matters
   * @param term whether the period may be decided in the case
   */
  public record FormChoices(
      List<RuleTold.Span> spans, boolean extensions, boolean custody, boolean term) {

    private static final List<String> UNITS = List.of("D", "M", "Y", "H");

    static final FormChoices NONE = new FormChoices(List.of(), false, false, false);

    /** Of lengths of time, as ISO 8601 writes them. */
    public List<String> units() {
      return UNITS;
    }
  }

  /**
   * Rules to choose from.
   *
   * @param refused why what was asked for was not computed; empty else
   */
  @CheckedTemplate(basePath = "calculator", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record RuleChoice(String q, String refused, Answer<RuleListing> found)
      implements TemplateInstance {}

  /**
   * The form of a rule, and what came out.
   *
   * @param computed empty where nothing was asked, or what was typed is refused
   * @param refused what is wrong, by its place
   * @param now as a field of type {@code datetime-local} holds it
   * @param link the whole address, to be shared
   */
  @CheckedTemplate(basePath = "calculator", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record CalculatorPage(
      CalculatorForm form,
      Answer<RuleTold> rule,
      FormChoices choices,
      Optional<Answer<ComputationTold>> computed,
      Faults refused,
      String now,
      String link)
      implements TemplateInstance {}
}
