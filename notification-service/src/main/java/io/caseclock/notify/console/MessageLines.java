package io.caseclock.notify.console;

import io.caseclock.notify.console.Lines.Choice;
import io.caseclock.notify.console.MessageLine.Part;
import io.caseclock.notify.feedback.Cause;
import io.caseclock.notify.feedback.Judgement;
import io.caseclock.notify.inbox.InboxEntry;
import io.caseclock.notify.inbox.InboxEntry.Told;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageTexts;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Turns messages and their letters into lines of a page in one language. */
final class MessageLines {

  private static final int FIRST_PARTS = 3;

  private final Lines lines;
  private final MessageTexts wording;

  MessageLines(Lines lines, MessageTexts wording) {
    this.lines = lines;
    this.wording = wording;
  }

  List<MessageLine> messages(List<InboxEntry> messages) {
    return messages.stream().map(this::message).toList();
  }

  /** A single letter speaks for itself; several are told by their number and the first of them. */
  private MessageLine message(InboxEntry message) {
    return message.count() > 1 || message.messages().isEmpty()
        ? several(message)
        : single(message, message.messages().getFirst().message());
  }

  private MessageLine several(InboxEntry message) {
    var gravest = wording.say("push.level." + message.level());
    var parts = message.messages().stream().limit(FIRST_PARTS).map(this::part).toList();
    var rest = message.count() - parts.size();
    return new MessageLine(
        message.id(),
        lines.pick(wording.say("message.many", message.count(), gravest)),
        "",
        Links.message(message.id()),
        Links.message(message.id()),
        "",
        lines.moment(message.createdAt()),
        parts,
        rest > 0 ? lines.say("message_more", rest) : "");
  }

  private MessageLine single(InboxEntry message, Message letter) {
    return new MessageLine(
        message.id(),
        lines.pick(letter.title()),
        lines.pick(letter.text()),
        Links.message(message.id()),
        Links.of(letter),
        letter.caseId(),
        lines.moment(message.createdAt()),
        List.of(),
        "");
  }

  private Part part(Told enclosed) {
    var letter = enclosed.message();
    return new Part(
        letter.severity(),
        lines.pick(letter.title()),
        Links.of(letter),
        letter.caseId(),
        superseded(enclosed));
  }

  private String superseded(Told enclosed) {
    var why = enclosed.superseded();
    return why == null ? "" : lines.text("superseded_" + why.wire());
  }

  /**
   * A letter with what the visitor said of it.
   *
   * @param said null where the visitor has said nothing
   */
  LetterLine letter(Told enclosed, @Nullable Judgement said) {
    var letter = enclosed.message();
    var link = Links.of(letter);
    return new LetterLine(
        letter.id(),
        letter.kind().wire(),
        lines.text("kind_" + letter.kind().wire()),
        lines.level(letter.severity()),
        letter.severity(),
        isAlarm(letter.kind()) ? lines.withoutKind(letter.title()) : lines.pick(letter.title()),
        lines.pick(letter.text()),
        lines.text("why_" + enclosed.why().wire()),
        lines.unit(letter.unit()),
        letter.caseId(),
        lines.due(letter.dueAt()),
        enclosed.superseded() == null ? lines.distance(letter.dueAt()) : "",
        lines.isOver(letter.dueAt()),
        link,
        linkText(link),
        superseded(enclosed),
        lines.moment(enclosed.supersededAt()),
        isAlarm(letter.kind()),
        said == null ? "" : verdict(said));
  }

  private String verdict(Judgement said) {
    var cause = said.cause();
    var word =
        cause == null
            ? lines.text("feedback_was_right")
            : lines.say("feedback_was_wrong", lines.text("cause_" + cause.wire()));
    return word + " · " + lines.moment(said.at());
  }

  /** Why a warning may have been wrong. */
  List<Choice> causes() {
    return Arrays.stream(Cause.values())
        .map(cause -> new Choice(cause.wire(), lines.text("cause_" + cause.wire())))
        .toList();
  }

  private static boolean isAlarm(MessageKind kind) {
    return kind == MessageKind.WARNING || kind == MessageKind.BREACH;
  }

  private String linkText(@Nullable String link) {
    if (link == null) {
      return "";
    }
    if (link.startsWith("/notices/")) {
      return lines.text("to_notice");
    }
    return lines.text(link.startsWith("/tasks/") ? "to_task" : "to_breach");
  }
}
