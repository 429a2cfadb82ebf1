package io.caseclock.notify.console.notice;

import io.caseclock.access.Role;
import io.caseclock.notify.console.frame.CommonTexts;
import io.caseclock.notify.console.frame.PackNames;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageFormat;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeDeadline;
import io.caseclock.notify.notice.NoticeDeadlines;
import io.caseclock.notify.notice.NoticeFilter;
import io.caseclock.notify.notice.NoticeOrder;
import io.caseclock.notify.notice.NoticeQueries;
import io.caseclock.notify.notice.NoticeQuery;
import io.caseclock.notify.notice.NoticeQuery.Cursor;
import io.caseclock.notify.notice.query.rest.NoticeFilters;
import io.caseclock.notify.rest.Blank;
import io.caseclock.notify.rest.NoticeParameters;
import io.caseclock.rest.CsvBody;
import io.quarkus.narayana.jta.QuarkusTransaction;
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
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The list of notices as a file for a spreadsheet, in the language of the page. */
@Path("/notices/export")
@Produces({CsvBody.TYPE, MediaType.TEXT_HTML})
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR,
  Role.Wire.PROSECUTOR
})
public class NoticeExport {

  private static final int BATCH = 500;

  private final PageContext page;
  private final PageFormat format;
  private final PackNames packs;
  private final NoticeQueries notices;
  private final NoticeDeadlines deadlines;
  private final NoticeFilters filters;
  private final PageTime time;
  private final InstantSource clock;

  @Inject
  NoticeExport(
      PageContext page,
      PageFormat format,
      PackNames packs,
      NoticeQueries notices,
      NoticeDeadlines deadlines,
      NoticeFilters filters,
      PageTime time,
      InstantSource clock) {
    this.page = page;
    this.format = format;
    this.packs = packs;
    this.notices = notices;
    this.deadlines = deadlines;
    this.filters = filters;
    this.time = time;
    this.clock = clock;
  }

  /** Every notice that fits, the oldest first; the order of the page is not kept. */
  @GET
  public Response all(
      @BeanParam NoticeParameters query, @QueryParam("sort") @Nullable String sort) {
    NoticeFilters.order(Blank.dropped(sort));
    var root = page.root();
    var filter = filters.filter(query.ofForm(), root, clock.instant());
    return CsvBody.of(
        "notices-" + time.today(clock.instant()), header(), rows -> write(root, filter, rows));
  }

  private List<String> header() {
    var texts = page.texts(NoticeTexts.class);
    var common = page.texts(CommonTexts.class);
    return List.of(
        texts.colNumber(),
        common.colKind(),
        common.colState(),
        common.colLevel(),
        common.colRule(),
        common.colUnit(),
        common.colId(common.colUnit()),
        common.colOfficer(),
        common.colId(common.colOfficer()),
        common.colCase(),
        texts.colIssuer(),
        common.colId(texts.colIssuer()),
        texts.colIssued(),
        texts.colDelivered(),
        texts.colNext(),
        common.colDue(),
        common.colId(common.colRule()),
        common.colId(texts.colNumber()));
  }

  private void write(String root, NoticeFilter filter, Consumer<Object[]> rows) {
    Optional<Cursor> after = Optional.empty();
    do {
      var place = after;
      after = QuarkusTransaction.requiringNew().call(() -> batch(root, filter, place, rows));
    } while (after.isPresent());
  }

  /** Writes some of them; says behind which one to go on, empty where there are no more. */
  private Optional<Cursor> batch(
      String root, NoticeFilter filter, Optional<Cursor> after, Consumer<Object[]> rows) {
    var query = new NoticeQuery(root, filter, NoticeOrder.OLDEST, after, BATCH);
    var found = notices.page(query);
    var ids = found.stream().map(Notice::id).toList();
    var delivered = notices.deliveries(ids);
    var due = deadlines.nextOf(ids);
    found.forEach(it -> rows.accept(row(it, delivered.get(it.id()), due.get(it.id()))));
    return found.size() < BATCH
        ? Optional.empty()
        : Optional.of(notices.behind(found.getLast(), NoticeOrder.OLDEST));
  }

  private @Nullable Object[] row(
      Notice notice, @Nullable Instant deliveredAt, @Nullable NoticeDeadline due) {
    var texts = page.texts(NoticeTexts.class);
    var zone = notice.zone();
    return new @Nullable Object[] {
      notice.number(),
      texts.kind(notice.kind()),
      texts.state(notice.state().wire()),
      page.texts(CommonTexts.class).level(notice.severity()),
      format.pick(notice.names()),
      format.unit(notice.unit()),
      notice.unit(),
      name(notice.officer()),
      notice.officer(),
      notice.caseId(),
      format.unit(notice.serial().unit()),
      notice.serial().unit(),
      format.moment(notice.issuedAt(), zone),
      format.moment(deliveredAt, zone),
      due == null ? "" : packs.rule(due.rule(), page.language()),
      due == null ? "" : format.due(due.dueAt(), due.zone()),
      notice.rule(),
      notice.id()
    };
  }

  /** Without the id, which has a column of its own. */
  private String name(@Nullable String officer) {
    return officer == null ? format.responsible(null) : format.person(officer, officer);
  }
}
