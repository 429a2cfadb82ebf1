package io.caseclock.notify.console.rulebook;

import io.caseclock.access.Role;
import io.caseclock.contract.Names;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PackNames;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.monitor.Known;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Query;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The rule book: found by words and provisions, and read rule by rule. */
@Path("/rules")
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
public class RulePages {

  private static final String RULES = "/api/v1/rules";
  private static final int A_PAGE = 60;
  private static final List<String> ELEMENTS =
      List.of("incident", "case", "person", "property", "case-file", "venue", "notice", "plan");

  private final PageContext page;
  private final Monitor monitor;
  private final PackNames names;

  @Inject
  RulePages(PageContext page, Monitor monitor, PackNames names) {
    this.page = page;
    this.monitor = monitor;
    this.names = names;
  }

  @GET
  public Response list(
      @QueryParam("q") @Nullable String q,
      @QueryParam("element") @Nullable String element,
      @QueryParam("list") @Nullable String list,
      @QueryParam("statutory") @Nullable String statutory,
      @QueryParam("confidence") @Nullable String confidence,
      @QueryParam("after") @Nullable String after) {
    var search = RuleSearch.of(q, element, list, statutory, confidence, after);
    var query = search.query().and("order", "list").and("limit", A_PAGE);
    var found = monitor.get(RULES, query, RuleListing.class).answer();
    return page.show(
        200,
        new RuleList(
            found,
            found.toldOrEmpty().map(this::sections).orElse(List.of()),
            search,
            elements(),
            names.listChoices(page.language())));
  }

  /** The rules of a page, list by list. */
  private List<Section> sections(RuleListing listing) {
    List<Section> sections = new ArrayList<>();
    for (var rule : listing.rules()) {
      if (sections.isEmpty() || !sections.getLast().list().equals(rule.list())) {
        var title = names.list(rule.list(), page.language());
        sections.add(new Section(rule.list(), title, new ArrayList<>()));
      }
      sections.getLast().rules().add(rule);
    }
    return sections;
  }

  private List<Choice> elements() {
    var texts = page.texts(RulebookTexts.class);
    return ELEMENTS.stream().map(one -> new Choice(one, texts.elementOf(one))).toList();
  }

  @GET
  @Path("{id}")
  public Response one(@PathParam("id") String id) {
    var path = RULES + "/" + Links.segment(id);
    var answer = Known.of(monitor.get(path, Query.NONE, RuleTold.class).answer());
    return page.show(200, new RuleDetail(id, answer, conditions(answer)));
  }

  private static List<Condition> conditions(Answer<RuleTold> answer) {
    return answer.toldOrEmpty().stream()
        .flatMap(
            rule ->
                rule.when().entrySet().stream()
                    .map(
                        one ->
                            new Condition(
                                one.getKey(), rule.facts().get(one.getKey()), one.getValue())))
        .toList();
  }

  /** A fact that has to hold, what it is called, and the values that satisfy it. */
  public record Condition(String fact, @Nullable Names names, List<Object> values) {}

  /** The rules of one list. */
  public record Section(String list, String title, List<RuleListing.Line> rules) {}

  /** The search, and what it found. */
  @CheckedTemplate(basePath = "rulebook", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record RuleList(
      Answer<RuleListing> found,
      List<Section> sections,
      RuleSearch search,
      List<Choice> elements,
      List<Choice> lists)
      implements TemplateInstance {}

  /** One rule. */
  @CheckedTemplate(basePath = "rulebook", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record RuleDetail(String id, Answer<RuleTold> answer, List<Condition> conditions)
      implements TemplateInstance {}
}
