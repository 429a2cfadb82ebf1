package io.caseclock.notify.console.overview;

import io.caseclock.notify.console.frame.Language;
import io.caseclock.notify.console.frame.Links;
import io.caseclock.notify.inbox.InboxEntry;
import io.caseclock.notify.inbox.InboxEntry.Told;
import io.caseclock.notify.message.MessageTexts;
import java.time.Instant;
import java.util.List;
import java.util.Objects;

/**
 * An unread entry of the visitor's own inbox. A single message speaks for itself; several are told
 * by their number and the first of them.
 *
 * @param text empty for several
 * @param page where all its messages stand
 * @param link what a single message is about; else the page
 * @param caseId empty for several
 * @param parts the first of several messages
 * @param more how many are not among the parts
 */
record EntryLine(
    String id,
    String title,
    String text,
    String page,
    String link,
    String caseId,
    Instant at,
    List<Told> parts,
    int more) {

  private static final int FIRST_PARTS = 3;

  static EntryLine of(InboxEntry entry, Language language, MessageTexts texts) {
    return entry.count() > 1 || entry.messages().isEmpty()
        ? several(entry, language, texts)
        : single(entry, language);
  }

  private static EntryLine several(InboxEntry entry, Language language, MessageTexts texts) {
    var gravest = texts.say("push.level." + entry.level());
    var title = language.pick(texts.say("message.many", entry.count(), gravest));
    var page = Links.message(entry.id());
    var parts = entry.messages().stream().limit(FIRST_PARTS).toList();
    var more = entry.count() - parts.size();
    return new EntryLine(entry.id(), title, "", page, page, "", entry.createdAt(), parts, more);
  }

  private static EntryLine single(InboxEntry entry, Language language) {
    var message = entry.messages().getFirst().message();
    var page = Links.message(entry.id());
    return new EntryLine(
        entry.id(),
        language.pick(message.title()),
        language.pick(message.text()),
        page,
        Objects.requireNonNullElse(Links.link(message), page),
        message.caseId(),
        entry.createdAt(),
        List.of(),
        0);
  }
}
