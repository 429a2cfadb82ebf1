package io.caseclock.notify.console.inbox;

import io.caseclock.notify.console.frame.Language;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.inbox.InboxEntry;
import io.caseclock.notify.inbox.InboxEntry.Told;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageTexts;
import java.util.List;
import java.util.Objects;

/**
 * An entry of the visitor's own inbox. A single message speaks for itself; several are told by
 * their number and the first of them.
 *
 * @param text empty for several
 * @param page where all its messages stand
 * @param link what a single message is about; else the page
 * @param caseId empty for several, and where a message is about no case
 * @param parts the first of several messages
 * @param more how many are not among the parts
 * @param isOver whether none of its messages holds any more
 */
public record InboxLine(
    InboxEntry entry,
    String title,
    String text,
    String page,
    String link,
    String caseId,
    List<Told> parts,
    int more,
    boolean isOver) {

  private static final int FIRST_PARTS = 3;

  public InboxLine {
    parts = List.copyOf(parts);
  }

  /** The line of an entry in a language. */
  public static InboxLine of(InboxEntry entry, Language language, MessageTexts texts) {
    return entry.count() > 1 || entry.messages().isEmpty()
        ? several(entry, language, texts)
        : single(entry, language, entry.messages().getFirst().message());
  }

  public boolean isUnread() {
    return entry.readAt() == null && !isOver;
  }

  private static InboxLine several(InboxEntry entry, Language language, MessageTexts texts) {
    var gravest = texts.say("push.level." + entry.level());
    var title = language.pick(texts.say("message.many", entry.count(), gravest));
    var page = Links.message(entry.id());
    var parts = entry.messages().stream().limit(FIRST_PARTS).toList();
    var more = entry.count() - parts.size();
    return new InboxLine(entry, title, "", page, page, "", parts, more, isOver(entry));
  }

  private static InboxLine single(InboxEntry entry, Language language, Message message) {
    var page = Links.message(entry.id());
    return new InboxLine(
        entry,
        language.pick(message.title()),
        language.pick(message.text()),
        page,
        Objects.requireNonNullElse(Links.link(message), page),
        message.caseId(),
        List.of(),
        0,
        isOver(entry));
  }

  private static boolean isOver(InboxEntry entry) {
    return !entry.messages().isEmpty()
        && entry.messages().stream().allMatch(one -> one.supersededAt() != null);
  }
}
