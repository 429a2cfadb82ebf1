package io.caseclock.notify.level;

import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Notifications;
import io.caseclock.notify.message.Recipient;
import io.caseclock.notify.message.RoleHolders;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/** Tells the supervisors of a unit, and nobody else, that somebody opened a case of it in need. */
public final class TellAccess {

  private static final String SUPERVISOR = "supervisor";

  private final RoleHolders holders;
  private final Notifications notifications;
  private final MessageTexts texts;

  public TellAccess(RoleHolders holders, Notifications notifications, MessageTexts texts) {
    this.holders = holders;
    this.notifications = notifications;
    this.texts = texts;
  }

  /** False where the directory knows nobody who could be told. */
  boolean tell(OwedAccess access, Instant now) {
    var told = supervisors(access, now);
    if (told.isEmpty()) {
      return false;
    }
    notifications.notify(message(access), told, now);
    return true;
  }

  /** The nearest ones; nobody is asked to review what they opened themselves. */
  private List<Recipient> supervisors(OwedAccess access, Instant now) {
    var nearest = others(access, holders.of(SUPERVISOR, access.unit(), null, now));
    return nearest.isEmpty()
        ? others(access, holders.above(SUPERVISOR, access.unit(), now))
        : nearest;
  }

  private static List<Recipient> others(OwedAccess access, List<Recipient> found) {
    return found.stream().filter(one -> !one.person().equals(access.officer())).toList();
  }

  private Message message(OwedAccess access) {
    var caseId = access.caseId();
    var who = Objects.requireNonNullElse(access.officer(), access.account());
    var reason = MessageTexts.quoted(access.reason());
    return new Message(
        Message.ofAccess(access.id()),
        MessageKind.FINDING,
        access.unit(),
        null,
        null,
        null,
        caseId,
        "case/" + caseId,
        Message.ACCESS,
        null,
        null,
        texts.say("access.title", caseId),
        texts.say("access.text", caseId, who, texts.moment(access.until()), reason),
        "serious",
        null,
        null,
        null);
  }
}
