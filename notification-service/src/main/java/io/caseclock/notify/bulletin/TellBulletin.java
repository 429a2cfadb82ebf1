package io.caseclock.notify.bulletin;

import io.caseclock.contract.Names;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Notifications;
import io.caseclock.notify.message.RoleHolders;
import java.time.Instant;

/** Sends a bulletin to the heads and supervisors of its unit, and to every system that listens. */
public final class TellBulletin {

  private static final String ORDINARY = "ordinary";

  private final RoleHolders holders;
  private final Notifications notifications;
  private final MessageTexts texts;

  public TellBulletin(RoleHolders holders, Notifications notifications, MessageTexts texts) {
    this.holders = holders;
    this.notifications = notifications;
    this.texts = texts;
  }

  void tell(Bulletin bulletin, BulletinContent content, Instant now) {
    var message = message(bulletin, content);
    var people = holders.leading(bulletin.unit(), now);
    if (!people.isEmpty()) {
      notifications.notify(message, people, now);
    }
    notifications.publish(message, now);
  }

  /** It is about no case, so that its case is empty. */
  private Message message(Bulletin bulletin, BulletinContent content) {
    return new Message(
        messageId(bulletin.id()),
        MessageKind.BULLETIN,
        bulletin.unit(),
        null,
        null,
        null,
        "",
        "unit/" + bulletin.unit(),
        null,
        null,
        null,
        title(bulletin, content),
        text(bulletin, content),
        ORDINARY,
        null,
        null,
        content.period().zone());
  }

  private Names title(Bulletin bulletin, BulletinContent content) {
    var key = bulletin.belated() ? "bulletin.title.belated" : "bulletin.title";
    return texts.say(key, content.nameOf(bulletin.unit()), bulletin.names(), bulletin.number());
  }

  private Names text(Bulletin bulletin, BulletinContent content) {
    var counts = content.period().counts();
    var before = content.period().before();
    var key = counts.due() == 0 ? "bulletin.text.nothing" : "bulletin.text";
    return texts.say(
        key,
        BulletinLayout.days(bulletin.from(), bulletin.to()),
        plain(counts.due()),
        plain(counts.metInTime()),
        plain(counts.breached()),
        plain(before.breached()),
        plain(content.own().noticesIssued()));
  }

  /** Without the signs that group thousands, which differ by language. */
  private static String plain(long number) {
    return Long.toString(number);
  }

  /** The id of the message about a bulletin. */
  public static String messageId(String bulletinId) {
    return "bulletin:" + bulletinId;
  }
}
