package io.caseclock.monitor.feed.rest;

import io.caseclock.contract.DeadlineStatus;
import io.caseclock.contract.Names;
import io.caseclock.monitor.feed.FeedLanguage;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.watch.StoredDeadline;
import io.caseclock.pack.LegalBasis;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

/** What a calendar says of a deadline. */
final class FeedWords {

  private static final DateTimeFormatter CHINESE =
      DateTimeFormatter.ofPattern("uuuu年M月d日 HH:mm", Locale.SIMPLIFIED_CHINESE);
  private static final DateTimeFormatter ENGLISH =
      DateTimeFormatter.ofPattern("d MMMM uuuu, HH:mm", Locale.ENGLISH);

  private final Law law;

  FeedWords(Law law) {
    this.law = law;
  }

  /** The number of the case and the name of the rule; whether it is overdue. */
  String summary(StoredDeadline deadline, FeedLanguage language, Instant now) {
    var text = deadline.caseId() + " " + language.pick(names(deadline));
    return deadline.statusAt(now) == DeadlineStatus.BREACHED
        ? language.pick("【超期】", "Overdue: ") + text
        : text;
  }

  /** When it ends, what it rests on, and what may still change it; a line each. */
  String description(StoredDeadline deadline, FeedLanguage language) {
    List<String> lines = new ArrayList<>();
    lines.add(language.pick("到期：", "Due: ") + due(deadline, language));
    basis(deadline).forEach(basis -> lines.add(language.pick("依据：", "Provision: ") + basis.line()));
    if (deadline.isProvisional()) {
      lines.add(
          language.pick(
              "所涉年度的放假安排尚未公布，日期可能变动。",
              "The days off of that year are not announced yet; the day may still change."));
    }
    return String.join("\n", lines);
  }

  /** A deadline that ends with its day is due at 24:00 of it, not at 0:00 of the next. */
  private String due(StoredDeadline deadline, FeedLanguage language) {
    var at = Objects.requireNonNull(deadline.dueAt(), "what runs is due");
    var local = at.atZone(zone(deadline));
    var format = language == FeedLanguage.ZH ? CHINESE : ENGLISH;
    if (!local.toLocalDate().equals(deadline.dueOn())) {
      var lastMinute = format.format(local.minusMinutes(1));
      return lastMinute.substring(0, lastMinute.length() - "HH:mm".length()) + "24:00";
    }
    return format.format(local);
  }

  private ZoneId zone(StoredDeadline deadline) {
    return law.inForce(deadline.rule().pack()).map(it -> it.pack().zone()).orElseGet(law::zone);
  }

  private Names names(StoredDeadline deadline) {
    var rule = deadline.key().rule();
    return law.rule(rule).map(found -> found.rule().names()).orElse(new Names(rule, rule));
  }

  /** Of the version that applies. */
  private List<LegalBasis> basis(StoredDeadline deadline) {
    return law.rule(deadline.key().rule()).stream()
        .flatMap(found -> found.rule().versions().stream())
        .filter(version -> version.id().equals(deadline.rule().version()))
        .flatMap(version -> version.basis().stream())
        .toList();
  }
}
