package io.caseclock.notify.console.home;

import io.caseclock.access.Role;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.channel.ConfiguredChannel;
import io.caseclock.notify.console.frame.PageContext;
import io.caseclock.notify.delivery.Circuit;
import io.caseclock.notify.delivery.Circuits;
import io.caseclock.notify.inbox.InboxQuery;
import io.caseclock.notify.inbox.Inboxes;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageStore;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeQueries;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** The first page of whoever is signed in. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RunOnVirtualThread
@RolesAllowed({
  Role.Wire.OFFICER,
  Role.Wire.LEGAL_OFFICER,
  Role.Wire.SUPERVISOR,
  Role.Wire.ADMINISTRATOR,
  Role.Wire.AUDITOR
})
public class HomePages {

  private static final int MOST_LINES = 100;
  private static final int MOST_ENTRIES = 5;

  private final PageContext page;
  private final Inboxes inboxes;
  private final MessageStore messages;
  private final NoticeQueries archive;
  private final Channels channels;
  private final Circuits circuits;
  private final MessageTexts messageTexts;

  @Inject
  HomePages(
      PageContext page,
      Inboxes inboxes,
      MessageStore messages,
      NoticeQueries archive,
      Channels channels,
      Circuits circuits,
      MessageTexts messageTexts) {
    this.page = page;
    this.inboxes = inboxes;
    this.messages = messages;
    this.archive = archive;
    this.channels = channels;
    this.circuits = circuits;
    this.messageTexts = messageTexts;
  }

  @GET
  public Response home() {
    page.markSeen();
    var root = page.root();
    var alarms = messages.openAlarms(root, MOST_LINES);
    var notices = archive.open(root, MOST_LINES);
    var open = messages.countAlarms(root);
    var openNotices = archive.countOpen(root);
    var texts = page.texts(HomeTexts.class);
    var counts =
        List.of(
            new Count(texts.breaches(), open.breaches(), "#alarms", "is-over"),
            new Count(texts.warnings(), open.warnings(), "#alarms", "is-near"),
            new Count(texts.notices(), openNotices, "#notices", ""));
    return page.show(
        200,
        new HomePage(
            counts,
            failing(),
            unread(),
            newest(),
            alarms,
            open.breaches() + open.warnings() > alarms.size(),
            notices,
            openNotices > notices.size()));
  }

  /** Channels that keep failing, for those who can do something about it. */
  private List<ConfiguredChannel> failing() {
    var present = page.caller();
    if (!present.is(Role.SUPERVISOR) && !present.is(Role.ADMINISTRATOR)) {
      return List.of();
    }
    var states = circuits.all();
    return channels.all().stream().filter(channel -> fails(states.get(channel.id()))).toList();
  }

  private static boolean fails(@Nullable Circuit circuit) {
    return circuit != null && !circuit.isClosed();
  }

  private long unread() {
    return page.inboxOwner().map(inboxes::unread).orElse(0L);
  }

  private List<EntryLine> newest() {
    return page
        .inboxOwner()
        .map(it -> inboxes.page(new InboxQuery(it, true, OptionalLong.empty(), MOST_ENTRIES)))
        .orElse(List.of())
        .stream()
        .map(entry -> EntryLine.of(entry, page.language(), messageTexts))
        .toList();
  }

  /**
   * What is open, and what is unread.
   *
   * @param failing channels that keep failing
   * @param alarmsCut whether there are more than are shown
   * @param noticesCut whether there are more than are shown
   */
  @CheckedTemplate(basePath = "home", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
  record HomePage(
      List<Count> counts,
      List<ConfiguredChannel> failing,
      long unread,
      List<EntryLine> entries,
      List<Message> alarms,
      boolean alarmsCut,
      List<Notice> notices,
      boolean noticesCut)
      implements TemplateInstance {}

  /** A figure at the head of the page, and where its lines are. */
  record Count(String label, long value, String link, String colour) {}
}
