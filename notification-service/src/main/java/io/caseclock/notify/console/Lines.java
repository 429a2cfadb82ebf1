package io.caseclock.notify.console;

import io.caseclock.contract.Names;
import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.notice.Actor;
import io.caseclock.notify.notice.Notice;
import io.caseclock.notify.notice.NoticeFault;
import io.caseclock.notify.notice.NoticeStep;
import io.caseclock.notify.notice.evidence.Evidence;
import io.caseclock.notify.notice.step.Action;
import io.caseclock.notify.notice.step.Command;
import java.text.MessageFormat;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Turns what the core knows into lines of a page in one language. */
final class Lines {

  private final Language language;
  private final MessageTexts wording;
  private final Directory directory;
  private final Channels channels;
  private final Instant now;
  private final Map<String, String> units = new HashMap<>();

  Lines(
      Language language,
      MessageTexts wording,
      Directory directory,
      Channels channels,
      Instant now) {
    this.channels = channels;
    this.language = language;
    this.wording = wording;
    this.directory = directory;
    this.now = now;
  }

  String text(String key) {
    return Texts.text(language, key);
  }

  String unit(String id) {
    return units.computeIfAbsent(
        id, key -> directory.unit(key).map(unit -> language.pick(unit.names())).orElse(key));
  }

  AlarmLine alarm(Message letter) {
    var dueAt = letter.dueAt();
    return new AlarmLine(
        level(letter.severity()),
        letter.severity(),
        letter.kind().wire(),
        text("kind_" + letter.kind().wire()),
        withoutKind(letter.title()),
        Links.of(letter),
        unit(letter.unit()),
        letter.caseId(),
        due(dueAt),
        distance(dueAt),
        isOver(dueAt));
  }

  /** The text of a key that may come from elsewhere; the other words where there is none. */
  String textOr(String key, String other) {
    return Texts.of(language).getOrDefault(key, other);
  }

  /** The text of a stored word; the word itself where there is none, so that no page breaks. */
  String word(String prefix, String stored) {
    return textOr(prefix + stored, stored);
  }

  /** The text of a key with its arguments. */
  String say(String key, Object... arguments) {
    return new MessageFormat(text(key), Locale.of(language.code())).format(arguments);
  }

  String pick(Names names) {
    return language.pick(names);
  }

  /** A due instant; empty where there is none. */
  String due(@Nullable Instant dueAt) {
    return dueAt == null ? "" : language.pick(wording.due(dueAt));
  }

  /** When something happened; empty where it has not. */
  String moment(@Nullable Instant at) {
    return at == null ? "" : language.pick(wording.moment(at));
  }

  /** How far off a due instant is, or how long ago it passed. */
  String distance(@Nullable Instant dueAt) {
    return dueAt == null ? "" : language.pick(wording.distance(dueAt, now));
  }

  boolean isOver(@Nullable Instant dueAt) {
    return dueAt != null && !now.isBefore(dueAt);
  }

  /** The column beside it says the kind already. */
  String withoutKind(Names title) {
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
        text("kind_" + notice.kind().wire()),
        level(notice.severity()),
        notice.severity(),
        language.pick(notice.names()),
        unit(notice.unit()),
        notice.officer() == null ? text("notice_any_officer") : officer(notice.officer()),
        notice.caseId(),
        dueAt == null ? null : language.pick(wording.due(dueAt)),
        language.pick(wording.moment(notice.issuedAt())));
  }

  /** Name and id. */
  String officer(String id) {
    return directory.officer(id).map(OfficerEntry::name).map(name -> name + " " + id).orElse(id);
  }

  /** A person's name where the directory knows it; else the account. */
  String person(@Nullable String officer, String account) {
    return Optional.ofNullable(officer)
        .flatMap(directory::officer)
        .map(OfficerEntry::name)
        .orElse(account);
  }

  private String by(Actor by) {
    var role = word("role_", by.role());
    return by.equals(Actor.SYSTEM) ? role : person(by.officer(), by.name()) + " · " + role;
  }

  StepLine step(NoticeStep step) {
    return new StepLine(
        text("step_" + step.kind().wire()) + detail(step),
        language.pick(wording.moment(step.at())),
        by(step.by()),
        step.text());
  }

  /** What a step says beside its text. */
  private String detail(NoticeStep step) {
    var data = step.data();
    return switch (step.kind()) {
      case PLANNED -> text("colon") + data.get("planned");
      case OBJECTION_DECIDED ->
          text("colon") + word("decision_", String.valueOf(data.get("decision")));
      case REASSIGNED -> text("colon") + officer(String.valueOf(data.get("officer")));
      case ESCALATED -> text("colon") + data.get("orderNumber");
      case ISSUED,
          DELIVERED,
          SIGNED,
          OBJECTED,
          RECTIFIED,
          UNDER_REVIEW,
          RETURNED,
          ACCEPTED,
          CLOSED,
          WITHDRAWN,
          FAULT_DROPPED ->
          "";
    };
  }

  /** The form for a command that the rules would let pass. */
  ActionForm action(Command command, Notice notice) {
    var action = command.action();
    return new ActionForm(
        action.path(),
        text("do_" + action.path()),
        action.takesText() ? text("say_" + action.path()) : "",
        action.needsText() || takesOver(action, notice),
        colour(action),
        command.on() == null ? "" : command.on().toString(),
        action == Action.REASSIGN ? others(notice) : List.of());
  }

  private static String colour(Action action) {
    return switch (action) {
      case SIGN, RECTIFY, ACCEPT, REJECT -> "btn-primary";
      case PLAN, REVIEW -> "btn-outline-primary";
      case OBJECT, RETURN, REASSIGN -> "btn-outline-secondary";
      case UPHOLD, WITHDRAW -> "btn-outline-danger";
    };
  }

  private static boolean takesOver(Action action, Notice notice) {
    return action == Action.REVIEW && notice.state().memory().reviewer() != null;
  }

  private List<Choice> others(Notice notice) {
    return directory.officersOf(notice.unit()).stream()
        .filter(one -> !one.id().equals(notice.officer()))
        .map(one -> new Choice(one.id(), one.name() + " " + one.id()))
        .toList();
  }

  FaultLine fault(NoticeFault fault) {
    var dueAt = fault.dueAt();
    return new FaultLine(
        language.pick(fault.names()),
        fault.subject(),
        dueAt == null ? "" : language.pick(wording.due(dueAt)),
        fault.droppedAt() == null ? "" : text("notice_fault_dropped"));
  }

  EvidenceLine evidence(Evidence evidence) {
    return new EvidenceLine(
        evidence.id(),
        evidence.name(),
        (evidence.size() + 1023) / 1024 + " KB",
        evidence.sha256(),
        language.pick(wording.moment(evidence.at())),
        person(evidence.by().officer(), evidence.by().name()));
  }

  String level(String severity) {
    return word("level_", severity);
  }

  private static String stateColour(String state) {
    return switch (state) {
      case "closed", "accepted" -> "tag-done";
      case "withdrawn" -> "tag-gone";
      case "returned", "objected" -> "tag-attention";
      default -> "tag-open";
    };
  }

  List<NoticeLine> notices(List<Notice> notices) {
    return notices.stream().map(this::notice).toList();
  }

  List<AlarmLine> alarms(List<Message> letters) {
    return letters.stream().map(this::alarm).toList();
  }

  /** A line of a notice's history. */
  public record StepLine(String kind, String at, String by, String text) {}

  /**
   * A form that the visitor may send.
   *
   * @param label of the text; empty where none is asked for
   * @param least the first day that can be planned; empty where no day is asked for
   * @param officers to choose from; empty where none is asked for
   */
  public record ActionForm(
      String path,
      String button,
      String label,
      boolean required,
      String colour,
      String least,
      List<Choice> officers) {}

  /** One of several. */
  public record Choice(String value, String label) {}

  /** One of the faults of a notice; {@code dropped} is empty while it holds. */
  public record FaultLine(String title, String subject, String due, String dropped) {}

  /** A file of a notice. */
  public record EvidenceLine(
      String id, String name, String size, String sha256, String at, String by) {}

  /** What belongs to a notice beside itself, and what the visitor may add. */
  public record NoticeMore(
      List<FaultLine> faults,
      List<EvidenceLine> evidence,
      List<NoticeLine> orders,
      List<NoticeLine> lower,
      boolean mayAddEvidence,
      boolean maySupervise) {}

  /** A figure at the head of the page, and where its lines are. */
  public record Count(String label, long value, String link, String colour) {}

  /** What people call a kind of channel. */
  String channelKind(String word) {
    return pick(channels.title(word));
  }
}
