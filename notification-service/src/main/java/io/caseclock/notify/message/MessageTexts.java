package io.caseclock.notify.message;

import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The texts of messages in both languages. Times are those of a zone, and name it as soon as the
 * packs in force have several.
 */
public final class MessageTexts {

  private static final String BUNDLE = "io/caseclock/notify/wording";
  private static final ResourceBundle ZH = ResourceBundle.getBundle(BUNDLE, Locale.CHINESE);
  private static final ResourceBundle EN = ResourceBundle.getBundle(BUNDLE, Locale.ENGLISH);
  private static final DateTimeFormatter DAY_ZH =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);
  private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);

  private final ZoneId usual;
  private final Set<ZoneId> known;
  private final TextOverrides overrides;

  /** Where there is only one zone. */
  public MessageTexts(ZoneId only) {
    this(only, Set.of());
  }

  /**
   * @param usual for what belongs to no pack
   * @param ofPacks the zones of the packs in force
   */
  public MessageTexts(ZoneId usual, Set<ZoneId> ofPacks) {
    this(usual, ofPacks, TextOverrides.NONE);
  }

  /**
   * @param overrides what is said in other words than the shipped ones
   */
  public MessageTexts(ZoneId usual, Set<ZoneId> ofPacks, TextOverrides overrides) {
    this.overrides = overrides;
    this.usual = usual;
    this.known = new HashSet<>(ofPacks);
    this.known.add(usual);
  }

  /** The text of a key; arguments that are {@link Names} are put in the language of the text. */
  public Names say(String key, Object... arguments) {
    return fill(overrides.of(key).orElseGet(() -> shipped(key)), arguments);
  }

  /** The pattern of a key as it is shipped. */
  public static Names shipped(String key) {
    return new Names(ZH.getString(key), EN.getString(key));
  }

  /** A pattern with what belongs into it. */
  public static Names fill(Names pattern, Object... arguments) {
    return new Names(
        format(pattern.zh(), Locale.CHINESE, arguments, Names::zh),
        format(pattern.en(), Locale.ENGLISH, arguments, Names::en));
  }

  /**
   * A due instant for people. It is the first instant that is late; where that is midnight, the day
   * before is named with 24:00, since the whole of that day is in time.
   *
   * @param zone of the pack; null for what belongs to none
   */
  public Names due(Instant dueAt, @Nullable ZoneId zone) {
    var local = dueAt.atZone(zone == null ? usual : zone);
    var endsDay = local.toLocalTime().equals(LocalTime.MIDNIGHT);
    var day = endsDay ? local.toLocalDate().minusDays(1) : local.toLocalDate();
    return time(day, endsDay ? "24:00" : TIME.format(local), local.getZone());
  }

  /** An instant at which something that belongs to no pack happened. */
  public Names moment(Instant at) {
    return moment(at, null);
  }

  /**
   * An instant at which something happened.
   *
   * @param zone of the pack; null for what belongs to none
   */
  public Names moment(Instant at, @Nullable ZoneId zone) {
    var local = at.atZone(zone == null ? usual : zone);
    return time(local.toLocalDate(), TIME.format(local), local.getZone());
  }

  /** A day of the calendar. */
  public static Names day(LocalDate day) {
    return new Names(DAY_ZH.format(day), DAY_EN.format(day));
  }

  private Names time(LocalDate day, String time, ZoneId zone) {
    var isAlone = known.equals(Set.of(zone));
    return new Names(
        DAY_ZH.format(day) + " " + time + (isAlone ? "" : "（" + zone.getId() + "）"),
        DAY_EN.format(day) + " " + time + (isAlone ? "" : " (" + zone.getId() + ")"));
  }

  /** What somebody wrote, set apart from the sentence around it. */
  public static Names quoted(String written) {
    var quoted = "“" + written + "”";
    return new Names(quoted, quoted);
  }

  /** What people call the thing that something is about; a text that is no subject as it is. */
  public Names thing(String subject) {
    try {
      return Subject.parse(subject).names();
    } catch (IllegalArgumentException e) {
      return new Names(subject, subject);
    }
  }

  /**
   * How far off a due instant is, or how long ago it passed: in whole days, under a day in whole
   * hours, under an hour in whole minutes. At the due instant itself it is overdue.
   */
  public Names distance(Instant dueAt, Instant now) {
    var isOver = !now.isBefore(dueAt);
    var span = isOver ? Duration.between(dueAt, now) : Duration.between(now, dueAt);
    var side = isOver ? "over." : "left.";
    if (span.toDays() > 0) {
      return say(side + "days", span.toDays());
    }
    return span.toHours() > 0
        ? say(side + "hours", span.toHours())
        : say(side + "minutes", span.toMinutes());
  }

  private static String format(
      String pattern, Locale locale, Object[] arguments, Function<Names, String> language) {
    var localized =
        Arrays.stream(arguments)
            .map(argument -> argument instanceof Names names ? language.apply(names) : argument)
            .toArray();
    return new MessageFormat(pattern, locale).format(localized);
  }
}
