package io.caseclock.notify.console.history;

import io.caseclock.access.Role;
import io.caseclock.notify.console.frame.FormRefusedException;
import io.caseclock.notify.console.frame.Forms;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PackNames;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.TakesForm;
import io.caseclock.notify.console.history.HistoryTold.Release;
import io.caseclock.notify.console.history.HistoryTold.Waiting;
import io.caseclock.notify.console.history.HistoryTold.WaitingRule;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Query;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A supervisor decides on what waits: first what it would tell is shown, then it is done. */
@Path("/history/release")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed(Role.Wire.SUPERVISOR)
public class ReleasePages {

  private static final List<String> WAYS = List.of("digest", "notices", "nothing");

  private final PageContext page;
  private final Monitor monitor;
  private final PackNames packs;

  @Inject
  ReleasePages(PageContext page, Monitor monitor, PackNames packs) {
    this.page = page;
    this.monitor = monitor;
    this.packs = packs;
  }

  /** What a release would tell; whoever comes without all of it chooses first. */
  @GET
  public Response confirm(
      @QueryParam("unit") @Nullable String unit,
      @QueryParam("rule") @Nullable String rule,
      @QueryParam("as") @Nullable String as) {
    var wish = new Wish(Forms.text(unit), Forms.text(rule), Forms.text(as));
    return wish.isComplete() ? confirm(200, wish, "") : Links.to("/history");
  }

  private Answer<Waiting> waiting(Wish wish) {
    return monitor
        .get(HistoryPages.API + "waiting", Query.of("unit", wish.unit()), Waiting.class)
        .answer();
  }

  private boolean nothingWaits(Wish wish) {
    return waiting(wish).toldOrEmpty().filter(told -> told.of(wish.rule()) == null).isPresent();
  }

  private Response confirm(int status, Wish wish, String refused) {
    var waiting = waiting(wish);
    var rule = waiting.toldOrEmpty().map(told -> told.of(wish.rule())).orElse(null);
    if (waiting.isTold() && rule == null) {
      return none(wish);
    }
    return page.show(status, new ReleaseConfirm(wish, waiting, rule, refused));
  }

  /** A rule that no pack in force has, and of which nothing waits, is none. */
  private Response none(Wish wish) {
    var isKnown = packs.rules().containsKey(wish.rule());
    return page.show(isKnown ? 200 : ProblemType.NOT_FOUND.status(), new ReleaseNone(wish));
  }

  /** Decides; the answer says how many were released, and how many still wait. */
  @POST
  @TakesForm({"unit", "rule", "as"})
  @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
  public Response release(MultivaluedMap<String, String> fields) {
    var wish =
        new Wish(Forms.text(fields, "unit"), Forms.text(fields, "rule"), Forms.text(fields, "as"));
    wish.lacking()
        .ifPresent(
            field -> {
              throw FormRefusedException.noSuchValue(field);
            });
    if (!packs.rules().containsKey(wish.rule()) && nothingWaits(wish)) {
      return none(wish);
    }
    var body = Map.of("unit", wish.unit(), "rule", wish.rule(), "as", wish.as());
    return switch (monitor.post(HistoryPages.API + "releases", body, Release.class).answer()) {
      case Answer.Told<Release>(var made) -> page.show(200, new ReleaseDone(wish, made));
      case Answer.Refused<Release>(var problem) -> refused(problem.type(), wish);
      case Answer.Away<Release> away -> refused(ProblemType.UNAVAILABLE, wish);
    };
  }

  private Response refused(ProblemType type, Wish wish) {
    return confirm(type.status(), wish, page.texts(HistoryTexts.class).refused(type));
  }

  /**
   * What is wished.
   *
   * @param as digest, notices or nothing
   */
  record Wish(String unit, String rule, String as) {

    public boolean isComplete() {
      return lacking().isEmpty();
    }

    /** The first field that says nothing that can be done; empty where all do. */
    Optional<String> lacking() {
      if (unit.isEmpty()) {
        return Optional.of("unit");
      }
      return rule.isEmpty()
          ? Optional.of("rule")
          : Optional.of("as").filter(any -> !WAYS.contains(as));
    }

    /** Back to what waits. */
    public String back() {
      return "/history?unit=" + Links.segment(unit);
    }

    public String breaches() {
      return Query.of("unit", unit).and("rule", rule).behind("/history/breaches");
    }
  }

  /**
   * The question before it is done.
   *
   * @param rule null where the monitor does not answer
   * @param refused why it was not done; empty else
   */
  @CheckedTemplate(basePath = "history", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ReleaseConfirm(
      Wish wish, Answer<Waiting> waiting, @Nullable WaitingRule rule, String refused)
      implements TemplateInstance {}

  /** Nothing of it waits. */
  @CheckedTemplate(basePath = "history", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ReleaseNone(Wish wish) implements TemplateInstance {}

  /** What was done. */
  @CheckedTemplate(basePath = "history", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record ReleaseDone(Wish wish, Release made) implements TemplateInstance {}
}
