package io.caseclock.notify.console.overview;

import io.caseclock.access.Role;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.channel.ConfiguredChannel;
import io.caseclock.notify.console.frame.Chart;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PackNames;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.inbox.InboxLine;
import io.caseclock.notify.console.level.AccessesTold;
import io.caseclock.notify.console.monitor.Monitor;
import io.caseclock.notify.delivery.Circuit;
import io.caseclock.notify.delivery.Circuits;
import io.caseclock.notify.inbox.InboxQuery;
import io.caseclock.notify.inbox.Inboxes;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.monitor.Answer;
import io.caseclock.notify.monitor.Asked;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeQueries;
import io.caseclock.notify.overview.CountOpenWork;
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
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The first page. */
@Path("/")
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
public class OverviewPages {

  private static final List<String> SHORTCUTS =
      List.of("deadlines", "indicators", "bulletins", "calculator", "rules", "wall");

  private static final int MOST_NOTICES = 8;
  private static final int MOST_ENTRIES = 5;
  private static final int MOST_ACCESSES = 100;

  private final PageContext page;
  private final UnitNumbers numbers;
  private final Monitor monitor;
  private final Own own;
  private final CountOpenWork counting;
  private final PackNames names;
  private final InstantSource clock;

  @Inject
  OverviewPages(
      PageContext page,
      UnitNumbers numbers,
      Monitor monitor,
      Inboxes inboxes,
      NoticeQueries notices,
      Channels channels,
      Circuits circuits,
      MessageTexts messageTexts,
      CountOpenWork counting,
      PackNames names,
      InstantSource clock) {
    this.page = page;
    this.numbers = numbers;
    this.monitor = monitor;
    this.own = new Own(inboxes, notices, channels, circuits, messageTexts);
    this.counting = counting;
    this.names = names;
    this.clock = clock;
  }

  /** What this service itself knows. */
  private record Own(
      Inboxes inboxes,
      NoticeQueries notices,
      Channels channels,
      Circuits circuits,
      MessageTexts texts) {}

  /**
   * @param asked one of the visitor's units; their own where none is named
   */
  @GET
  public Response overview(@QueryParam("unit") @Nullable String asked) {
    page.markSeen();
    var unit = numbers.unit(asked);
    var mine = workingOfficer().map(officer -> new Mine(officer, asksOf(officer)));
    var questions = numbers.of(unit);
    var accesses = accesses(unit);
    var open = own.notices().open(unit, MOST_NOTICES);
    return page.show(
        200,
        new OverviewPage(
            unit,
            unit.equals(page.root()) ? "/" : Query.of("unit", unit).behind("/"),
            shortcuts(),
            owedByTheProcuratorate(),
            mine.map(this::ownWork).orElse(null),
            questions.present(),
            questions.safeDays(),
            questions.months(),
            questions.months().toldOrEmpty().map(this::chart).orElse(null),
            Waiting.ofUnit(counting, unit, clock.instant()),
            open,
            own.notices().countOpen(unit),
            failing(),
            accesses == null ? null : accesses.answer(),
            unread(),
            newest()));
  }

  /** Only who watches over others sees what is silenced. */
  private List<String> shortcuts() {
    return page.isWatching()
        ? Stream.concat(SHORTCUTS.stream(), Stream.of("silences")).toList()
        : SHORTCUTS;
  }

  /** Where a prosecutor sees what their own office owes; empty for others, and where none does. */
  private String owedByTheProcuratorate() {
    return names.hasDutiesOfOfficeOf(page.caller())
        ? Links.deadlinesOwedBy(PackNames.PROCURATORATE)
        : "";
  }

  private Chart chart(Months months) {
    return months.chart(page.language(), page.texts(OverviewTexts.class));
  }

  /** Whoever only works on cases sees their own first. */
  private Optional<String> workingOfficer() {
    var caller = page.caller();
    return caller.is(Role.OFFICER) && !caller.is(Role.SUPERVISOR) && !caller.is(Role.LEGAL_OFFICER)
        ? caller.asOfficer()
        : Optional.empty();
  }

  private record Mine(String officer, Asked<OfficerPresent> asked) {}

  private Asked<OfficerPresent> asksOf(String officer) {
    var path = "/api/v1/present/officers/" + Links.segment(officer);
    return monitor.get(path, Query.NONE, OfficerPresent.class);
  }

  private OwnWork ownWork(Mine mine) {
    return new OwnWork(
        mine.asked().answer(),
        Waiting.ofOfficer(counting, page.root(), mine.officer(), clock.instant()));
  }

  /** Those that wait for a review, in all units of whoever may read them; null for others. */
  private @Nullable Asked<AccessesTold> accesses(String unit) {
    var present = page.caller();
    return unit.equals(page.root()) && (present.is(Role.SUPERVISOR) || present.is(Role.AUDITOR))
        ? monitor.get("/api/v1/break-glass", Query.of("limit", MOST_ACCESSES), AccessesTold.class)
        : null;
  }

  /** Channels that keep failing, for those who can do something about it. */
  private List<ConfiguredChannel> failing() {
    var present = page.caller();
    if (!present.is(Role.SUPERVISOR) && !present.is(Role.ADMINISTRATOR)) {
      return List.of();
    }
    var states = own.circuits().all();
    return own.channels().all().stream()
        .filter(channel -> fails(states.get(channel.id())))
        .toList();
  }

  private static boolean fails(@Nullable Circuit circuit) {
    return circuit != null && !circuit.isClosed();
  }

  private long unread() {
    return page.inboxOwner().map(own.inboxes()::unread).orElse(0L);
  }

  private List<InboxLine> newest() {
    return page
        .inboxOwner()
        .map(it -> own.inboxes().page(new InboxQuery(it, true, OptionalLong.empty(), MOST_ENTRIES)))
        .orElse(List.of())
        .stream()
        .map(entry -> InboxLine.of(entry, page.language(), own.texts()))
        .toList();
  }

  /** What the visitor has to do. */
  record OwnWork(Answer<OfficerPresent> present, Waiting waiting) {}

  /**
   * The page.
   *
   * @param self where it asks for itself again
   * @param shortcuts the paths of pages that are often looked for, without their slash
   * @param owed the page of what a prosecutor’s own office owes; empty for others
   * @param own the visitor's own work; null for those who supervise
   * @param trend null where the monitor does not tell
   * @param openNotices how many are open; those in {@code notices} are the most pressing
   * @param failing channels that keep failing
   * @param accesses that wait for a review; null for whoever does not read them, and for one unit
   *     of several
   */
  @CheckedTemplate(basePath = "overview", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record OverviewPage(
      String unit,
      String self,
      List<String> shortcuts,
      String owed,
      @Nullable OwnWork own,
      Answer<Present> present,
      Answer<SafeDays> safeDays,
      Answer<Months> months,
      @Nullable Chart trend,
      Waiting waiting,
      List<Notice> notices,
      long openNotices,
      List<ConfiguredChannel> failing,
      @Nullable Answer<AccessesTold> accesses,
      long unread,
      List<InboxLine> entries)
      implements TemplateInstance {}
}
