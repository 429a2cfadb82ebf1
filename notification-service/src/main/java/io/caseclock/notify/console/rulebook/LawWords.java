package io.caseclock.notify.console.rulebook;

import io.caseclock.contract.Names;
import io.caseclock.notify.console.frame.CurrentLanguage;
import io.caseclock.notify.console.frame.Language;
import io.caseclock.notify.console.frame.PackNames;
import io.caseclock.notify.console.frame.PageFormat;
import io.caseclock.pack.Lead;
import io.caseclock.pack.RuleWords;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Periods, provisions and days in the words of the law, in the language of the page. */
@Named("law")
@RequestScoped
public class LawWords {

  private final CurrentLanguage language;
  private final PageFormat format;
  private final PackNames names;

  @Inject
  LawWords(CurrentLanguage language, PageFormat format, PackNames names) {
    this.language = language;
    this.format = format;
    this.names = names;
  }

  /** Such as 1 个月加 5 个工作日. */
  public String period(RuleTold.Period period) {
    var own = texts().period(period.unit(), period.value());
    var then = period.then();
    return then == null ? own : texts().periodThen(own, period(then));
  }

  /** A period with what it bounds: at most, at least, before a day. */
  public String periodOf(RuleTold.Period period, String direction, String bound) {
    return texts().periodOf(period(period), boundOf(direction, bound));
  }

  /** What it bounds in one word: maximum, minimum, backward or retention. */
  public String boundOf(String direction, String bound) {
    return direction.equals("forward") ? bound : direction;
  }

  /** Law and article. */
  public String provision(RuleTold.Basis basis) {
    return "《" + basis.law() + "》" + basis.article();
  }

  /** A day with its weekday. */
  public String day(LocalDate day) {
    return texts().day(format.day(day), weekday(day));
  }

  public String weekday(LocalDate day) {
    return day.getDayOfWeek().getDisplayName(TextStyle.FULL, locale());
  }

  /** The legal day of an instant. */
  public LocalDate dayOf(Instant at, ZoneId zone) {
    return at.atZone(zone).toLocalDate();
  }

  /** How long before the due instant people are warned. */
  public String warnings(List<String> leads) {
    return format.listed(leads.stream().map(Lead::parse).map(format::length));
  }

  /** A length of time (ISO 8601) in whole days; below one in hours, below that in minutes. */
  public String length(String iso) {
    var length = Duration.parse(iso);
    if (length.toDays() > 0) {
      return format.span(Duration.ofDays(length.toDays()));
    }
    return format.span(
        length.toHours() > 0
            ? Duration.ofHours(length.toHours())
            : Duration.ofMinutes(length.toMinutes()));
  }

  /** A name that may be missing; then the id. */
  public String named(@Nullable Names names, String id) {
    return names == null ? id : format.pick(names);
  }

  /** What the packs in force call a rule; its id where none knows it. */
  public String rule(String id) {
    return names.rule(id, language.get());
  }

  /** Whose duty it is, in the language of the page. */
  public String organ(String duty) {
    return format.pick(RuleWords.duty(duty));
  }

  /** Who owes what a rule sets, where it is not the police; empty where no pack knows the rule. */
  public String otherOrgan(String rule) {
    var duty = names.duties().getOrDefault(rule, PackNames.AUTHORITY);
    return duty.equals(PackNames.AUTHORITY) ? "" : organ(duty);
  }

  /** What the ids are called, one after the other. */
  public String listed(List<String> ids, Map<String, Names> known) {
    return format.listed(ids.stream().map(id -> named(known.get(id), id)));
  }

  /** The values of a condition; true and false in words. */
  public String values(List<Object> values) {
    return format.listed(values.stream().map(this::value));
  }

  private String value(Object value) {
    return value instanceof Boolean truth ? texts().truth(truth) : Objects.toString(value);
  }

  /** Bounds of a period that is decided in the case. */
  public String bounds(RuleTold.Bounds bounds) {
    return format.listed(
        Stream.of(bound(bounds.least(), "minimum"), bound(bounds.most(), "maximum"))
            .flatMap(List::stream));
  }

  private List<String> bound(RuleTold.@Nullable Period period, String bound) {
    return period == null ? List.of() : List.of(texts().periodOf(period(period), bound));
  }

  private Locale locale() {
    return language.get() == Language.ZH ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH;
  }

  private RulebookTexts texts() {
    return language.texts(RulebookTexts.class);
  }
}
