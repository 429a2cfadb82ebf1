package io.caseclock.notify.console.notice;

import io.caseclock.access.Role;
import io.caseclock.audit.rest.ShownThings;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.PackNames;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageFormat;
import io.caseclock.notify.console.frame.Tab;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeDeadline;
import io.caseclock.notify.notice.NoticeDeadlines;
import io.caseclock.notify.notice.NoticeFilter;
import io.caseclock.notify.notice.NoticeOrder;
import io.caseclock.notify.notice.NoticeQueries;
import io.caseclock.notify.notice.NoticeQuery;
import io.caseclock.notify.notice.NoticeStage;
import io.caseclock.notify.notice.query.rest.NoticeFilters;
import io.caseclock.notify.rest.Blank;
import io.caseclock.notify.rest.NoticeParameters;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** All notices that the visitor sees: by stage, with filters, page by page. */
@Path("/notices")
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
public class NoticeListPages {

  private static final int PAGE = 50;

  private final PageContext page;
  private final PageFormat format;
  private final NoticeQueries notices;
  private final NoticeDeadlines deadlines;
  private final NoticeFilters filters;
  private final PackNames packs;
  private final ShownThings shown;
  private final InstantSource clock;

  @Inject
  NoticeListPages(
      PageContext page,
      PageFormat format,
      NoticeQueries notices,
      NoticeDeadlines deadlines,
      NoticeFilters filters,
      PackNames packs,
      ShownThings shown,
      InstantSource clock) {
    this.shown = shown;
    this.packs = packs;
    this.page = page;
    this.format = format;
    this.notices = notices;
    this.deadlines = deadlines;
    this.filters = filters;
    this.clock = clock;
  }

  @GET
  public Response list(
      @BeanParam NoticeParameters query,
      @QueryParam("sort") @Nullable String sort,
      @QueryParam("after") @Nullable String after) {
    var asked = query.ofForm();
    var root = page.root();
    var now = clock.instant();
    var filter = filters.filter(asked, root, now);
    var order = order(sort, filter);
    var place = Optional.ofNullable(after).map(text -> NoticeFilters.cursor(text, order));
    var found = shown.of(notices.page(new NoticeQuery(root, filter, order, place, PAGE)));
    var counts = notices.counts(root, filter.in(List.of()));
    var parameters = page.parameters().without("after").without("lang").without("theme");
    return page.show(
        200,
        new NoticeList(
            tabs(filter, counts, parameters),
            lines(found, now),
            asked,
            filter.stages().equals(List.of(NoticeStage.UNSIGNED)),
            issuers(root),
            orders(),
            order.wire(),
            found.size() < PAGE
                ? ""
                : NoticeFilters.text(notices.behind(found.getLast(), order), order),
            parameters.behind("/notices/export"),
            asked.stages.isEmpty() ? "/notices" : "/notices?stage=" + asked.stages.getFirst(),
            mayWrite(),
            mayWrite() || page.caller().is(Role.PROSECUTOR)));
  }

  /**
   * What still waits for somebody is sorted by its due instant, where nothing else is asked for.
   */
  private static NoticeOrder order(@Nullable String sort, NoticeFilter filter) {
    var asked = Blank.dropped(sort);
    var isWaiting =
        !filter.stages().isEmpty()
            && filter.stages().stream()
                .noneMatch(it -> it == NoticeStage.DONE || it == NoticeStage.WITHDRAWN);
    return asked == null && isWaiting ? NoticeOrder.DUE : NoticeFilters.order(asked);
  }

  private List<Tab> tabs(NoticeFilter filter, Map<NoticeStage, Long> counts, Query parameters) {
    var texts = page.texts(NoticeTexts.class);
    List<Tab> tabs = new ArrayList<>();
    for (var stage : NoticeStage.values()) {
      tabs.add(
          Tab.of(
              texts.stage(stage),
              counts.getOrDefault(stage, 0L),
              parameters.without("sort").with("stage", stage.wire()).behind("/notices"),
              filter.stages().equals(List.of(stage))));
    }
    var all = counts.values().stream().mapToLong(Long::longValue).sum();
    tabs.addFirst(
        Tab.of(
            texts.allStages(),
            all,
            parameters.without("sort").without("stage").behind("/notices"),
            filter.stages().isEmpty()));
    if (mayWrite()) {
      tabs.add(Tab.of(texts.drafts(), "/notices/drafts", false));
    }
    return tabs;
  }

  private boolean mayWrite() {
    return page.caller().is(Role.LEGAL_OFFICER) || page.caller().is(Role.SUPERVISOR);
  }

  private List<NoticeLine> lines(List<Notice> found, Instant now) {
    var ids = found.stream().map(Notice::id).toList();
    var delivered = notices.deliveries(ids);
    var due = deadlines.nextOf(ids);
    return found.stream()
        .map(it -> line(it, due.get(it.id()), delivered.get(it.id()), now))
        .toList();
  }

  private NoticeLine line(
      Notice notice, @Nullable NoticeDeadline due, @Nullable Instant deliveredAt, Instant now) {
    return due == null
        ? new NoticeLine(notice, null, "", deliveredAt, false)
        : new NoticeLine(
            notice, due, packs.rule(due.rule(), page.language()), deliveredAt, due.isLate(now));
  }

  private List<Choice> issuers(String root) {
    return notices.issuers(root).stream().map(unit -> new Choice(unit, format.unit(unit))).toList();
  }

  private List<Choice> orders() {
    var texts = page.texts(NoticeTexts.class);
    return Arrays.stream(NoticeOrder.values())
        .map(order -> new Choice(order.wire(), texts.order(order)))
        .toList();
  }

  /**
   * A notice of the list.
   *
   * @param due by when something has to be done; null where nothing is due
   * @param next what that is; empty where nothing is due
   * @param deliveredAt null where it was not delivered yet
   */
  record NoticeLine(
      Notice row,
      @Nullable NoticeDeadline due,
      String next,
      @Nullable Instant deliveredAt,
      boolean isLate) {}

  /**
   * One page of the notices that fit.
   *
   * @param asked the filter, as it was entered
   * @param isUnsigned whether only those are shown that nobody has signed for
   * @param next the place of the page behind; empty on the last
   * @param export the address of the same list as a file
   * @param bare the address of the list without its filter
   */
  @CheckedTemplate(basePath = "notice", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record NoticeList(
      List<Tab> tabs,
      List<NoticeLine> lines,
      NoticeParameters asked,
      boolean isUnsigned,
      List<Choice> issuers,
      List<Choice> orders,
      String order,
      String next,
      String export,
      String bare,
      boolean mayWrite,
      boolean mayFind)
      implements TemplateInstance {}
}
