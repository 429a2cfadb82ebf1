package io.caseclock.notify.console.inbox;

import io.caseclock.access.Role;
import io.caseclock.notify.console.frame.Choice;
import io.caseclock.notify.console.frame.CommonTexts;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.console.frame.PageTime;
import io.caseclock.notify.console.frame.Tab;
import io.caseclock.notify.inbox.InboxEntry;
import io.caseclock.notify.inbox.InboxQuery;
import io.caseclock.notify.inbox.InboxSnapshot;
import io.caseclock.notify.inbox.Inboxes;
import io.caseclock.notify.inbox.query.rest.InboxKinds;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.rest.Blank;
import io.caseclock.notify.rest.Paging;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What the visitor was told, day by day, the gravest of each day first. */
@Path("/inbox")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({Role.Wire.OFFICER, Role.Wire.LEGAL_OFFICER, Role.Wire.SUPERVISOR})
public class InboxPages {

  private static final int PAGE = 50;
  private static final String UNREAD = "unread";
  private static final String ALL = "all";
  private static final List<String> GRAVEST_FIRST = List.of("grave", "serious", "ordinary");

  private final PageContext page;
  private final Inboxes inboxes;
  private final MessageTexts texts;
  private final PageTime time;
  private final InstantSource clock;

  @Inject
  InboxPages(
      PageContext page, Inboxes inboxes, MessageTexts texts, PageTime time, InstantSource clock) {
    this.page = page;
    this.inboxes = inboxes;
    this.texts = texts;
    this.time = time;
    this.clock = clock;
  }

  @GET
  public Response list(
      @QueryParam("show") @Nullable String show,
      @QueryParam("kind") @Nullable String kind,
      @QueryParam("after") @Nullable String after) {
    page.markSeen();
    var person = person();
    var seen = inboxes.snapshot();
    var unread = isUnread(show);
    var word = Objects.requireNonNullElse(Blank.dropped(kind), "");
    var query = new InboxQuery(person, unread, kinds(word), Paging.after(after), PAGE);
    var found = inboxes.page(query);
    var next = found.size() < PAGE ? "" : Long.toString(found.getLast().seq());
    return page.show(
        200,
        new InboxList(
            days(found),
            tabs(unread, word, inboxes.unread(person)),
            choices(),
            word,
            unread ? UNREAD : ALL,
            seen.text(),
            next));
  }

  private static boolean isUnread(@Nullable String show) {
    var asked = Blank.dropped(show);
    Parameters.require("show", asked, List.of(UNREAD, ALL));
    return !ALL.equals(asked);
  }

  private static Set<MessageKind> kinds(String word) {
    return word.isEmpty() ? Set.of() : InboxKinds.read("kind", List.of(word));
  }

  private List<Tab> tabs(boolean unread, String kind, long count) {
    var words = page.texts(InboxTexts.class);
    var of = Query.of("kind", kind);
    return List.of(
        new Tab(words.unread(), said(count), of.with("show", UNREAD).behind("/inbox"), unread),
        Tab.of(words.all(), of.with("show", ALL).behind("/inbox"), !unread));
  }

  private static String said(long count) {
    return count < Inboxes.MOST_COUNTED ? Long.toString(count) : Inboxes.MOST_COUNTED - 1 + "+";
  }

  private List<Choice> choices() {
    var common = page.texts(CommonTexts.class);
    return Arrays.stream(MessageKind.values())
        .map(kind -> new Choice(kind.wire(), common.kind(kind)))
        .toList();
  }

  /** The entries by day, the newest day first; of a day the gravest first, and a case together. */
  private List<InboxDay> days(List<InboxEntry> found) {
    Map<LocalDate, List<InboxEntry>> byDay =
        found.stream()
            .collect(
                Collectors.groupingBy(
                    entry -> time.today(entry.createdAt()),
                    LinkedHashMap::new,
                    Collectors.toList()));
    return byDay.entrySet().stream()
        .map(day -> new InboxDay(day.getKey(), lines(day.getValue())))
        .toList();
  }

  private List<InboxLine> lines(List<InboxEntry> entries) {
    return entries.stream()
        .sorted(
            Comparator.<InboxEntry>comparingInt(entry -> GRAVEST_FIRST.indexOf(entry.level()))
                .thenComparing(InboxPages::caseOf)
                .thenComparing(Comparator.comparingLong(InboxEntry::seq).reversed()))
        .map(entry -> InboxLine.of(entry, page.language(), texts))
        .toList();
  }

  /** The case of a single message; what tells of several stands before it. */
  private static String caseOf(InboxEntry entry) {
    return entry.count() > 1 || entry.messages().isEmpty()
        ? ""
        : entry.messages().getFirst().message().caseId();
  }

  @GET
  @Path("read")
  public Response back(@QueryParam("lang") @Nullable String lang) {
    return Links.back("/inbox", lang);
  }

  /** Marks as read what stood there when the list was shown, and nothing that came since. */
  @POST
  @Path("read")
  @Transactional
  public Response readAll(
      @FormParam("seen") @Nullable String seen,
      @FormParam("kind") @Nullable String kind,
      @FormParam("show") @Nullable String show) {
    var snapshot =
        InboxSnapshot.parse(Objects.toString(seen, ""))
            .orElseThrow(() -> Parameters.refused("seen", "is the one of a list"));
    var word = Objects.requireNonNullElse(Blank.dropped(kind), "");
    inboxes.readAll(person(), snapshot, kinds(word), clock.instant());
    var shown = isUnread(show) ? UNREAD : ALL;
    return Links.to(Query.of("show", shown).and("kind", word).behind("/inbox"));
  }

  private String person() {
    return page.inboxOwner()
        .orElseThrow(
            () -> new ProblemException(ProblemType.NOT_ALLOWED, "Only officers have an inbox."));
  }

  /** What came on one day. */
  record InboxDay(LocalDate day, List<InboxLine> entries) {}

  /**
   * A page of the inbox.
   *
   * @param kind the kind that is asked for; empty for all
   * @param show {@code unread} or {@code all}
   * @param seen says what stood in the inbox when it was read
   * @param next the place of the page behind; empty on the last
   */
  @CheckedTemplate(basePath = "inbox", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record InboxList(
      List<InboxDay> days,
      List<Tab> tabs,
      List<Choice> kinds,
      String kind,
      String show,
      String seen,
      String next)
      implements TemplateInstance {}
}
