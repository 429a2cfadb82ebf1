package io.caseclock.monitor.explain.rest;

import io.caseclock.contract.Names;
import io.caseclock.monitor.deadline.RefusedExtension;
import io.caseclock.monitor.deadline.TraceStep;
import io.caseclock.monitor.explain.ExplainedDeadline;
import io.caseclock.monitor.explain.rest.Annex.Line;
import io.caseclock.monitor.explain.rest.Annex.Result;
import io.caseclock.monitor.explain.rest.Annex.Stamp;
import io.caseclock.monitor.explain.rest.Annex.StepLine;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.period.Due;
import io.caseclock.pack.Bound;
import io.caseclock.pack.LegalBasis;
import io.caseclock.pack.Rule;
import io.caseclock.pack.RuleVersion;
import io.caseclock.pack.RuleWords;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes the explanation of one deadline down for people, in one language. */
final class AnnexWriter {

  private final Language language;
  private final ExplainedDeadline explained;
  private final Instant now;
  private final ZoneId zone;
  private final @Nullable Rule rule;
  private final @Nullable RuleVersion version;
  private final DateTimeFormatter minute;

  AnnexWriter(Language language, ExplainedDeadline explained, Law law, Instant now) {
    this.language = language;
    this.explained = explained;
    this.now = now;
    var stored = explained.stored();
    var found = law.rule(stored.key().rule()).orElse(null);
    this.zone = found == null ? law.zone() : found.pack().zone();
    this.rule = found == null ? null : found.rule();
    this.version =
        rule == null
            ? null
            : rule.versions().stream()
                .filter(candidate -> candidate.id().equals(stored.rule().version()))
                .findFirst()
                .orElse(null);
    this.minute = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", language.locale());
  }

  Annex annex() {
    var strip = new AnnexCalendar(language, explained.strip());
    return new Annex(
        language.tag(),
        AnnexLabel.TITLE.in(language),
        name() + " · " + explained.stored().caseId(),
        stamps(),
        facts(),
        results(),
        steps(),
        refused(),
        strip.months(),
        strip.legend(),
        strip.stretches(),
        strip.weekdays(),
        strip.counted(),
        proof(),
        AnnexLabel.allIn(language));
  }

  private List<Stamp> stamps() {
    var stored = explained.stored();
    List<Stamp> stamps = new ArrayList<>();
    if (!explained.isReproduced()) {
      stamps.add(new Stamp(AnnexLabel.NOT_REPRODUCED.in(language), true));
    }
    if (stored.isProvisional()) {
      stamps.add(new Stamp(AnnexLabel.PROVISIONAL.in(language), true));
    }
    if (!stored.rule().statutory()) {
      stamps.add(new Stamp(AnnexLabel.INTERNAL.in(language), false));
    }
    return stamps;
  }

  private String name() {
    return rule == null ? explained.stored().key().rule() : language.pick(rule.names());
  }

  private List<Line> facts() {
    var stored = explained.stored();
    List<Line> facts = new ArrayList<>();
    facts.add(line(AnnexLabel.WHAT, name()));
    facts.add(line(AnnexLabel.CASE, stored.caseId()));
    facts.add(line(AnnexLabel.WHOM, language.pick(stored.key().subject().names())));
    if (rule != null) {
      facts.add(line(AnnexLabel.DUTY, language.pick(RuleWords.duty(rule.duty()))));
    }
    facts.add(
        line(
            AnnexLabel.RESPONSIBLE,
            Stream.of(stored.responsible().unit(), stored.responsible().officer())
                .filter(Objects::nonNull)
                .collect(Collectors.joining(" · "))));
    facts.add(
        line(
            AnnexLabel.NATURE,
            (stored.rule().statutory() ? AnnexLabel.STATUTORY : AnnexLabel.INTERNAL).in(language)));
    if (version != null && !version.basis().isEmpty()) {
      var label = stored.rule().statutory() ? AnnexLabel.BASIS : AnnexLabel.INTERNAL_BASIS;
      facts.add(new Line(label.in(language), version.basis().stream().map(this::basis).toList()));
    }
    facts.add(line(AnnexLabel.RULE, stored.key().rule() + " / " + version()));
    if (rule != null) {
      facts.add(line(AnnexLabel.CONFIDENCE, confidence(rule.confidence())));
    }
    facts.add(line(AnnexLabel.STARTED, shown(stored.startedAt())));
    facts.add(line(AnnexLabel.STATUS, language.pick(AnnexWords.status(stored.statusAt(now)))));
    var ended = stored.endedAt();
    if (ended != null) {
      facts.add(line(AnnexLabel.ENDED, shown(ended)));
    }
    var onLapse = rule == null ? null : rule.onLapse();
    if (onLapse != null) {
      facts.add(line(AnnexLabel.ON_LAPSE, language.pick(onLapse)));
    }
    return facts;
  }

  private Line line(AnnexLabel label, String text) {
    return Line.of(label.in(language), text);
  }

  private String confidence(String confidence) {
    var label = confidence.startsWith("verified") ? AnnexLabel.VERIFIED : AnnexLabel.UNVERIFIED;
    return label.in(language);
  }

  private String basis(LegalBasis basis) {
    var text = basis.version();
    return text == null ? basis.line() : language.pick(AnnexWords.bracketed(basis.line(), text));
  }

  private String version() {
    return version == null
        ? explained.stored().rule().version()
        : language.pick(AnnexWords.version(version));
  }

  private List<Result> results() {
    List<Result> results = new ArrayList<>();
    results.add(operative());
    var computed = explained.computed();
    var other = version == null ? null : version.alternative();
    if (computed != null && computed.alternative() != null && other != null) {
      var use = other.use();
      results.add(
          new Result(
              AnnexLabel.OTHER_READING.in(language),
              shown(computed.alternative()),
              false,
              Stream.of(other.basis(), use == null ? null : language.pick(use))
                  .filter(Objects::nonNull)
                  .toList()));
    }
    return results;
  }

  private Result operative() {
    var stored = explained.stored();
    var at = stored.dueAt();
    var on = stored.dueOn();
    if (at == null || on == null) {
      return new Result(
          AnnexLabel.NO_DUE.in(language),
          language.pick(AnnexWords.status(stored.statusAt(now))),
          true,
          List.of());
    }
    var due = new Due(at, on, isExact(at, on), stored.isProvisional());
    var notes =
        stored.isProvisional() ? List.of(AnnexLabel.PROVISIONAL.in(language)) : List.<String>of();
    return new Result(dueLabel(due).in(language), shown(due), true, notes);
  }

  private boolean isExact(Instant at, LocalDate on) {
    return !at.equals(on.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private AnnexLabel dueLabel(Due due) {
    if (due.exact()) {
      return AnnexLabel.LAST_INSTANT;
    }
    return rule != null && rule.bound() == Bound.MINIMUM
        ? AnnexLabel.LAST_DAY_OF_MINIMUM
        : AnnexLabel.LAST_DAY;
  }

  private String shown(Due due) {
    var day = due.on().getDayOfWeek().getDisplayName(TextStyle.FULL, language.locale());
    var end = due.exact() ? shown(due.at()) : due.on().toString();
    return language.pick(AnnexWords.bracketed(end, day));
  }

  private String shown(Instant at) {
    return minute.format(at.atZone(zone));
  }

  private List<StepLine> steps() {
    List<StepLine> lines = new ArrayList<>();
    for (var step : trace()) {
      lines.add(
          new StepLine(
              lines.size() + 1,
              language.pick(step.sentence()),
              step.provision(),
              step.before(),
              step.after()));
    }
    return lines;
  }

  private List<TraceStep> trace() {
    var computed = explained.computed();
    return computed == null ? List.of() : computed.trace();
  }

  /**
   * Each refused approval with the sentence that the trace has for it; both are in one order. A
   * decided term that the law does not allow is told where the trace begins.
   */
  private List<Line> refused() {
    var computed = explained.computed();
    if (computed == null) {
      return List.of();
    }
    var sentences =
        computed.trace().stream()
            .filter(step -> step.kind() == TraceStep.Kind.EXTENSION_REFUSED)
            .map(TraceStep::sentence)
            .toList();
    List<Line> lines = new ArrayList<>();
    for (var refusal : computed.refused()) {
      if (refusal.reason() != RefusedExtension.Reason.TERM_OUT_OF_BOUNDS) {
        Names sentence = sentences.get(lines.size());
        lines.add(Line.of(refusal.event().toString(), language.pick(sentence)));
      }
    }
    return lines;
  }

  private List<Line> proof() {
    var stored = explained.stored();
    var again = explained.isReproduced() ? AnnexLabel.IS_REPRODUCED : AnnexLabel.NOT_REPRODUCED;
    return List.of(
        line(AnnexLabel.REVISION, stored.id() + " / " + stored.revision()),
        line(AnnexLabel.PACK, stored.rule().pack() + " / " + stored.rule().packVersion()),
        line(AnnexLabel.CALENDAR, stored.calendarVersion()),
        line(AnnexLabel.HASH, stored.inputHash()),
        line(AnnexLabel.REPRODUCED, again.in(language)),
        line(AnnexLabel.PRINTED, shown(now) + " " + zone));
  }
}
