package io.caseclock.notify.console.deadline;

import io.caseclock.access.Role;
import io.caseclock.audit.rest.ShownThings;
import io.caseclock.notify.console.deadline.DeadlineList.Chip;
import io.caseclock.notify.console.deadline.DeadlineList.Entered;
import io.caseclock.notify.console.deadline.DeadlineList.Head;
import io.caseclock.notify.console.deadline.DeadlineList.Heads;
import io.caseclock.notify.console.deadline.DeadlineList.Line;
import io.caseclock.notify.console.deadline.DeadlineList.Offered;
import io.caseclock.notify.console.deadline.DeadlineList.Parts;
import io.caseclock.notify.console.deadline.DeadlineList.Tab;
import io.caseclock.notify.console.deadline.TakenOn.Result;
import io.caseclock.notify.console.escalation.EscalationTexts;
import io.caseclock.notify.console.frame.PackNames;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageFormat;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.escalation.Acknowledge.Done;
import io.caseclock.notify.escalation.Acknowledge.Refused;
import io.caseclock.notify.escalation.Acknowledge.Why;
import io.caseclock.notify.escalation.Escalation;
import io.caseclock.notify.escalation.EscalationState.Acknowledged;
import io.caseclock.notify.escalation.Escalations;
import io.caseclock.notify.filter.FilterQuery;
import io.caseclock.notify.filter.KeepFilters;
import io.caseclock.notify.filter.SavedFilter;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Answer.Told;
import io.caseclock.notify.monitor.Query;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Makes the page of deadlines out of what was asked for and what the monitor tells. */
@RequestScoped
class DeadlineView {

  static final String API = "/api/v1/deadlines";

  private static final String SORT = "sort";

  private final PageContext page;
  private final PageFormat format;
  private final FilterWords words;
  private final PackNames names;
  private final KeepFilters filters;
  private final Monitor monitor;
  private final Escalations escalations;
  private final ShownThings shown;
  private final InstantSource clock;

  @Inject
  DeadlineView(
      PageContext page,
      PageFormat format,
      FilterWords words,
      PackNames names,
      KeepFilters filters,
      Monitor monitor,
      Escalations escalations,
      ShownThings shown,
      InstantSource clock) {
    this.shown = shown;
    this.page = page;
    this.format = format;
    this.words = words;
    this.names = names;
    this.filters = filters;
    this.monitor = monitor;
    this.escalations = escalations;
    this.clock = clock;
  }

  /** With the id of the rule that is meant; empty where none is, or several are. */
  Optional<Query> withRuleId(Query sent) {
    var typed = FilterQuery.values(sent, "rule");
    return typed.isEmpty()
        ? Optional.of(sent)
        : RuleChoice.find(typed.getFirst(), names)
            .map(id -> FilterQuery.inOrder(sent.with("rule", id)));
  }

  /** The filter from which a form was sent; what is open where it says nothing that is known. */
  DeadlineQuery returnTo(String text) {
    return DeadlineQuery.of(FilterQuery.read(text).orElse(Query.NONE), page.caller());
  }

  Response show(int status, DeadlineQuery query, Optional<String> after, Entered entered) {
    return show(status, query, "", after, entered);
  }

  /** The first page, with what was not done and why. */
  Response show(int status, DeadlineQuery query, String fault, Entered entered) {
    return show(status, query, fault, Optional.empty(), entered);
  }

  /** What was typed for a rule is none: nothing is asked for, and the reason told. */
  Response showNothing(DeadlineQuery query, String fault, Entered entered) {
    return page(200, query, fault, entered, new Told<>(new Listed.Page(List.of(), null)));
  }

  private Response show(
      int status, DeadlineQuery query, String fault, Optional<String> after, Entered entered) {
    var asked = monitor.get(API, query.asked().and("after", after.orElse(null)), Listed.Page.class);
    return page(status, query, fault, entered, asked.answer());
  }

  private Response page(
      int status, DeadlineQuery query, String fault, Entered entered, Answer<Listed.Page> answer) {
    var saved = filters.of(page.caller());
    var rows = shown.of(rows(answer, entered));
    return page.show(
        status,
        new DeadlineList(
            query,
            names.rule(query.value("rule"), page.language()),
            fault,
            answer,
            rows,
            answer.toldOrEmpty().map(Listed.Page::next).orElse(""),
            heads(query),
            chips(query),
            tabs(query, saved),
            offered(query, saved),
            entered,
            Parts.of(query, rows),
            page.root(),
            format.moment(clock.instant())));
  }

  private Offered offered(DeadlineQuery query, List<SavedFilter> saved) {
    return new Offered(
        words.windows(),
        words.statuses(query),
        words.severities(query),
        words.elements(query),
        words.duties(),
        words.risks(query),
        words.sorts(),
        words.officers(query),
        saved);
  }

  private List<Line> rows(Answer<Listed.Page> answer, Entered entered) {
    var listed = answer.toldOrEmpty().map(Listed.Page::deadlines).orElse(List.of());
    var taken = escalations.takenOn(listed.stream().map(Listed::id).toList());
    return listed.stream()
        .map(
            one -> {
              var isTaken = taken.contains(one.id());
              var isChosen = entered.chosen().contains(one.id());
              return new Line(one, mayTake(one) && !isTaken, isTaken, isChosen);
            })
        .toList();
  }

  /** The escalation itself decides once it is tried. */
  private boolean mayTake(Listed deadline) {
    var caller = page.caller();
    var officer = caller.asOfficer();
    return deadline.isBreached()
        && page.mayAct()
        && officer.isPresent()
        && (caller.is(Role.SUPERVISOR)
            || caller.is(Role.LEGAL_OFFICER)
            || officer.get().equals(deadline.officer()));
  }

  private static Heads heads(DeadlineQuery query) {
    return new Heads(
        head(query, "severity"),
        head(query, "rule"),
        head(query, "unit"),
        head(query, "officer"),
        head(query, "due"));
  }

  private static Head head(DeadlineQuery query, String key) {
    if (query.sort().equals(key)) {
      return new Head(query.sorted("-" + key).url(), "ascending");
    }
    var order = query.sort().equals("-" + key) ? "descending" : "none";
    return new Head(query.sorted(key).url(), order);
  }

  private List<Chip> chips(DeadlineQuery query) {
    return query.shown().parameters().stream()
        .filter(one -> !one.name().equals(SORT) && !one.value().equals("any"))
        .map(one -> new Chip(words.said(one), query.without(one.name(), one.value()).url()))
        .toList();
  }

  private List<Tab> tabs(DeadlineQuery query, List<SavedFilter> saved) {
    List<Tab> tabs = new ArrayList<>();
    if (DeadlineQuery.isOnlyOfficer(page.caller())) {
      tabs.add(tab(texts().mine(), DeadlineQuery.usual(page.caller()), query));
    }
    tabs.add(tab(texts().allOpen(), DeadlineQuery.open(), query));
    if (names.hasDutiesOfOfficeOf(page.caller())) {
      var owed = DeadlineQuery.openOf(PackNames.PROCURATORATE);
      tabs.add(tab(texts().ofProcuratorate(), owed, query));
    }
    for (var one : saved) {
      tabs.add(tab(one.name(), returnTo(one.query()), query));
    }
    return tabs;
  }

  private static Tab tab(String name, DeadlineQuery of, DeadlineQuery present) {
    return new Tab(name, of.url(), of.equals(present));
  }

  /** What came of each, by the name of its deadline where the monitor tells it. */
  TakenOn taken(DeadlineQuery query, List<Result> results, Answer<Listed.Page> told) {
    Map<String, Listed> known =
        told.toldOrEmpty().stream()
            .flatMap(all -> all.deadlines().stream())
            .collect(Collectors.toMap(Listed::id, Function.identity(), (one, other) -> one));
    return new TakenOn(
        results.stream().map(one -> line(one, known.get(one.deadlineId()))).toList(),
        (int) results.stream().filter(Result::isDone).count(),
        query.url());
  }

  /** Why none was done, each reason once. */
  String reasons(List<Result> results) {
    return results.stream().map(this::what).distinct().collect(Collectors.joining(" "));
  }

  private TakenOn.Line line(Result result, @Nullable Listed deadline) {
    return new TakenOn.Line(result.deadlineId(), deadline, result.isDone(), what(result));
  }

  private String what(Result result) {
    return switch (result.outcome()) {
      case null -> texts().notSaved();
      case Done(var now) when now.state() instanceof Acknowledged plan ->
          texts().taken(format.until(plan.planOn(), now.zone()));
      case Done done -> texts().notSaved();
      case Refused(var why, var present) -> refusal(why, present);
    };
  }

  /** Whoever was faster is named. */
  private String refusal(Why why, @Nullable Escalation present) {
    if (why == Why.UNKNOWN) {
      return texts().notOpen();
    }
    var texts = page.texts(EscalationTexts.class);
    return why == Why.STATE_FORBIDS
            && present != null
            && present.state() instanceof Acknowledged first
        ? texts.takenAlready(
            format.officer(first.by()),
            format.moment(first.at(), present.zone()),
            format.until(first.planOn(), present.zone()))
        : texts.refused(why);
  }

  private DeadlineTexts texts() {
    return page.texts(DeadlineTexts.class);
  }
}
