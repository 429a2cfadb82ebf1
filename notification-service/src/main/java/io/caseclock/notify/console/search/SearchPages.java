package io.caseclock.notify.console.search;

import io.caseclock.access.Role;
import io.caseclock.attribute.Identifier;
import io.caseclock.contract.StraightText;
import io.caseclock.directory.Directory;
import io.caseclock.directory.UnitEntry;
import io.caseclock.notify.casefile.CaseRecords;
import io.caseclock.notify.casefile.CaseRecords.Found;
import io.caseclock.notify.casefile.CaseRecords.NoticeLine;
import io.caseclock.notify.console.directory.DirectoryLinks;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PackNames;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageFormat;
import io.caseclock.notify.console.level.CaseMissing;
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
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Search, from the head of every page. */
@Path("/search")
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
public class SearchPages {

  static final int SHORTEST = 2;
  static final int LONGEST = 100;
  private static final int MOST = 20;
  private static final int SUGGESTIONS = 8;
  private static final int OF_A_KIND = 4;

  private final PageContext page;
  private final PageFormat format;
  private final Monitor monitor;
  private final CaseRecords records;
  private final PackNames packNames;
  private final Directory directory;

  @Inject
  SearchPages(
      PageContext page,
      PageFormat format,
      Monitor monitor,
      CaseRecords records,
      PackNames packNames,
      Directory directory) {
    this.page = page;
    this.format = format;
    this.monitor = monitor;
    this.records = records;
    this.packNames = packNames;
    this.directory = directory;
  }

  /** What was found; a whole number leads to what it names. */
  @GET
  public Response all(@QueryParam("q") @Nullable String q) {
    var text = text(q);
    if (!isSearchable(text)) {
      return page.show(status(text), SearchFound.nothing(text));
    }
    var asked = monitor.get("/api/v1/search", Query.of("q", text), CaseHits.class);
    var notices = notices(text, MOST);
    var answer = asked.answer();
    return meant(text, answer, notices)
        .map(Links::to)
        .orElseGet(() -> page.show(200, found(text, answer, notices)));
  }

  private SearchFound found(String text, Answer<CaseHits> answer, Found<NoticeLine> notices) {
    return SearchFound.of(
        text,
        answer,
        notices,
        rules(text, MOST),
        units(text, MOST),
        DirectoryLinks.mayRead(page),
        inNeed(text));
  }

  /** The case that it may be the whole number of, where the visitor may open cases in need. */
  private String inNeed(String text) {
    var number = normal(text);
    return CaseMissing.mayOpen(page.caller()) && number.chars().anyMatch(Character::isDigit)
        ? number
        : "";
  }

  /** The page that a whole number names, where only one does. */
  private static Optional<String> meant(
      String text, Answer<CaseHits> answer, Found<NoticeLine> notices) {
    var whole = normal(text);
    List<String> paths = new ArrayList<>();
    for (var hit : hits(answer).cases().hits()) {
      if (hit.caseId().equalsIgnoreCase(whole)) {
        paths.add(Links.toCase(hit.caseId()));
      }
    }
    for (var notice : notices.lines()) {
      if (notice.number().equals(whole)) {
        paths.add(Links.notice(notice.id()));
      }
    }
    return paths.size() == 1 ? Optional.of(paths.getFirst()) : Optional.empty();
  }

  /** A piece of the head: what the text may mean, the most likely first. */
  @GET
  @Path("suggest")
  public Response suggest(@QueryParam("q") @Nullable String q) {
    var text = text(q);
    if (!isSearchable(text)) {
      return page.show(status(text), SearchSuggestions.of(text, List.of(), false));
    }
    var query = Query.of("q", text).and("limit", OF_A_KIND);
    var asked = monitor.get("/api/v1/search", query, CaseHits.class);
    var notices = notices(text, OF_A_KIND);
    var found =
        Stream.of(
                ofMonitor(hits(asked.answer())),
                units(text, OF_A_KIND).stream().map(this::suggestion),
                notices.lines().stream().map(this::suggestion),
                rules(text, OF_A_KIND).stream().map(this::suggestion))
            .flatMap(some -> some)
            .limit(SUGGESTIONS)
            .toList();
    return page.show(200, SearchSuggestions.of(text, found, true));
  }

  private Stream<Suggestion> ofMonitor(CaseHits hits) {
    var cases =
        hits.cases().hits().stream()
            .map(
                hit ->
                    new Suggestion(
                        "case", Links.toCase(hit.caseId()), hit.caseId(), format.unit(hit.unit())));
    var subjects =
        hits.subjects().hits().stream()
            .map(
                hit ->
                    new Suggestion(
                        "subject",
                        Links.toCase(hit.caseId()),
                        format.pick(hit.names()),
                        hit.caseId()));
    var officers =
        hits.officers().hits().stream()
            .map(
                hit ->
                    new Suggestion(
                        "officer",
                        Links.deadlinesOf(hit.id()),
                        hit.name() + " " + hit.id(),
                        format.unit(hit.unit())));
    return Stream.of(cases, subjects, officers).flatMap(some -> some);
  }

  private Suggestion suggestion(NoticeLine notice) {
    return new Suggestion(
        "notice", Links.notice(notice.id()), notice.number(), format.unit(notice.unit()));
  }

  private Suggestion suggestion(UnitEntry unit) {
    var id = unit.id();
    var href = DirectoryLinks.mayRead(page) ? DirectoryLinks.unit(id) : Links.deadlinesIn(id);
    return new Suggestion("unit", href, format.pick(unit.names()), id);
  }

  private Suggestion suggestion(Choice rule) {
    return new Suggestion("rule", Links.rule(rule.value()), rule.label(), "");
  }

  /** By the number, also where only the serial number was typed. */
  private Found<NoticeLine> notices(String text, int limit) {
    var number = normal(text);
    if (number.isEmpty()) {
      return new Found<>(List.of(), false);
    }
    var found = records.noticesByNumber(number, page.root(), limit);
    return found.lines().isEmpty() && number.chars().allMatch(Character::isDigit)
        ? records.noticesByNumber(number + "号", page.root(), limit)
        : found;
  }

  private List<Choice> rules(String text, int limit) {
    var wanted = text.toLowerCase(Locale.ROOT);
    return packNames.ruleChoices(page.language()).stream()
        .filter(
            rule ->
                rule.value().contains(wanted)
                    || rule.label().toLowerCase(Locale.ROOT).contains(wanted))
        .limit(limit)
        .toList();
  }

  /** Of the visitor's own subtree, by id or by the name in either language. */
  private List<UnitEntry> units(String text, int limit) {
    return directory.subtree(page.root()).stream()
        .filter(unit -> DirectoryLinks.holds(unit, text))
        .limit(limit)
        .toList();
  }

  /** While the monitor is away, what is known here is found all the same. */
  private static CaseHits hits(Answer<CaseHits> answer) {
    return answer.toldOrEmpty().orElse(CaseHits.NONE);
  }

  private static String text(@Nullable String q) {
    return q == null ? "" : StraightText.of(q).strip();
  }

  /** The box is empty, or half filled, before anybody has searched; more than it holds is wrong. */
  private static int status(String text) {
    return text.length() > LONGEST ? ProblemType.MALFORMED_REQUEST.status() : 200;
  }

  private static boolean isSearchable(String text) {
    return text.length() >= SHORTEST && text.length() <= LONGEST;
  }

  /** As identifiers are kept; empty for what can be no part of one. */
  private static String normal(String text) {
    return Identifier.read(text).asValue().orElse("");
  }

  /** One line of what is suggested. */
  record Suggestion(String kind, String href, String label, String beside) {}

  /**
   * What is suggested.
   *
   * @param searched whether the text was long enough to search
   * @param all where all of it is found
   */
  @CheckedTemplate(basePath = "search", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record SearchSuggestions(String text, List<Suggestion> found, boolean searched, String all)
      implements TemplateInstance {

    static SearchSuggestions of(String text, List<Suggestion> found, boolean searched) {
      return new SearchSuggestions(text, found, searched, Query.of("q", text).behind("/search"));
    }
  }
}
