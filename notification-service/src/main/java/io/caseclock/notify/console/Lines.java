package io.caseclock.notify.console;

import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.notify.delivery.InboxMessage;
import io.caseclock.notify.delivery.MessageKind;
import io.caseclock.notify.delivery.Wording;
import io.caseclock.notify.notice.Command;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeStep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Turns what the core knows into lines of a page in one language. */
final class Lines {

  private final Language language;
  private final Wording wording;
  private final Directory directory;
  private final Map<String, String> units = new HashMap<>();

  Lines(Language language, Wording wording, Directory directory) {
    this.language = language;
    this.wording = wording;
    this.directory = directory;
  }

  String text(String key) {
    return Texts.text(language, key);
  }

  String unit(String id) {
    return units.computeIfAbsent(
        id, key -> directory.unit(key).map(unit -> language.pick(unit.names())).orElse(key));
  }

  AlarmLine alarm(InboxMessage message) {
    var letter = message.letter();
    var breach = letter.kind() == MessageKind.BREACH;
    var dueAt = letter.dueAt();
    return new AlarmLine(
        level(letter.severity()),
        levelColour(letter.severity()),
        text("kind_" + letter.kind().wire()),
        breach ? "bg-red text-red-fg" : "bg-yellow-lt text-dark",
        withoutKind(letter.title()),
        letter.noticeId() == null ? null : "/notices/" + letter.noticeId(),
        unit(letter.unit()),
        letter.caseId(),
        dueAt == null ? "" : language.pick(wording.due(dueAt)));
  }

  /** The column beside it says the kind already. */
  private String withoutKind(Names title) {
    var text = language.pick(title);
    var cut = Math.max(text.indexOf('：'), text.indexOf(": "));
    return cut < 0 ? text : text.substring(cut + 1).strip();
  }

  NoticeLine notice(Notice notice) {
    var state = notice.state().wire();
    var dueAt = notice.dueAt();
    return new NoticeLine(
        notice.id(),
        notice.number(),
        notice.version(),
        text("state_" + state),
        stateColour(state),
        level(notice.severity()),
        levelColour(notice.severity()),
        language.pick(notice.names()),
        unit(notice.unit()),
        notice.officer() == null ? text("notice_any_officer") : officer(notice.officer()),
        notice.caseId(),
        dueAt == null ? null : language.pick(wording.due(dueAt)),
        language.pick(wording.moment(notice.issuedAt())));
  }

  private String officer(String id) {
    return directory.officer(id).map(OfficerEntry::name).map(name -> name + " " + id).orElse(id);
  }

  StepLine step(NoticeStep step) {
    return new StepLine(
        text("step_" + step.kind().wire()),
        language.pick(wording.moment(step.at())),
        step.by().name() + " · " + text("role_" + step.by().role()),
        step.text());
  }

  ActionForm action(Command command) {
    return switch (command) {
      case Command.Sign sign -> new ActionForm("sign", text("do_sign"), "", false, "btn-primary");
      case Command.Rectify rectify -> form("rectify", true, "btn-primary");
      case Command.Accept accept -> form("accept", false, "btn-success");
      case Command.GiveBack giveBack -> form("return", true, "btn-outline-warning");
      case Command.Withdraw withdraw -> form("withdraw", true, "btn-outline-danger");
    };
  }

  private ActionForm form(String path, boolean required, String colour) {
    return new ActionForm(path, text("do_" + path), text("say_" + path), required, colour);
  }

  private String level(String severity) {
    return text("level_" + severity);
  }

  private static String levelColour(String severity) {
    return switch (severity) {
      case "grave" -> "bg-red-lt text-dark";
      case "serious" -> "bg-orange-lt text-dark";
      default -> "bg-secondary-lt text-dark";
    };
  }

  private static String stateColour(String state) {
    return switch (state) {
      case "closed", "accepted" -> "bg-green-lt text-dark";
      case "withdrawn" -> "bg-secondary-lt text-dark";
      case "returned" -> "bg-orange-lt text-dark";
      default -> "bg-blue-lt text-dark";
    };
  }

  List<NoticeLine> notices(List<Notice> notices) {
    return notices.stream().map(this::notice).toList();
  }

  List<AlarmLine> alarms(List<InboxMessage> messages) {
    return messages.stream().map(this::alarm).toList();
  }

  /** A line of a notice's history. */
  public record StepLine(String kind, String at, String by, String text) {}

  /**
   * A form that the visitor may send.
   *
   * @param label of the text; empty where none is asked for
   */
  public record ActionForm(
      String path, String button, String label, boolean required, String colour) {}

  /** A figure at the head of the page. */
  public record Count(String label, long value, String colour) {}
}
