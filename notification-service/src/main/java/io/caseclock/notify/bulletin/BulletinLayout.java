package io.caseclock.notify.bulletin;

import io.caseclock.contract.DeadlineCounts;
import io.caseclock.contract.Names;
import io.caseclock.contract.PeriodNumbers.Rate;
import io.caseclock.notify.bulletin.Table.Cell;
import io.caseclock.notify.indicator.Counted;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.pack.Colour;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the numbers of a bulletin into lines and tables, for every form that people read. */
public final class BulletinLayout {

  private static final DateTimeFormatter DAY_ZH =
      DateTimeFormatter.ofPattern("yyyy年M月d日", Locale.ROOT);
  private static final DateTimeFormatter DAY_EN =
      DateTimeFormatter.ofPattern("d MMM yyyy", Locale.ENGLISH);

  private final MessageTexts texts;

  public BulletinLayout(MessageTexts texts) {
    this.texts = texts;
  }

  /**
   * What people read.
   *
   * @param lines what stands above the tables
   */
  public record Laid(Names title, Names number, List<Names> lines, List<Table> tables) {
    public Laid {
      lines = List.copyOf(lines);
      tables = List.copyOf(tables);
    }
  }

  public Laid of(BulletinContent content) {
    var period = content.period();
    var serial = Integer.toString(content.serial());
    List<Table> tables = new ArrayList<>(List.of(counts(content), rates(content)));
    if (!period.lists().isEmpty()) {
      tables.add(lists(content));
    }
    tables.add(new UnitTables(texts).units(content));
    tables.addAll(new UnitTables(texts).ofMonth(content));
    return new Laid(period.names(), texts.say("bulletin.number", serial), lines(content), tables);
  }

  private List<Names> lines(BulletinContent content) {
    var period = content.period();
    List<Names> lines = new ArrayList<>();
    lines.add(texts.say("bulletin.unit", content.nameOf(period.unit())));
    lines.add(texts.say("bulletin.period", days(period.from(), period.to())));
    lines.add(texts.say("bulletin.issued", texts.moment(content.issuedAt(), period.zone())));
    if (period.belated()) {
      lines.add(texts.say("bulletin.belated"));
    }
    if (period.counts().equals(DeadlineCounts.NONE)) {
      lines.add(texts.say("bulletin.nothing"));
    }
    var safe = period.safeDays();
    lines.add(
        texts.say("bulletin.safe", Long.toString(safe.days()), Long.toString(safe.longest())));
    return lines;
  }

  private Table counts(BulletinContent content) {
    var own = content.own();
    var period = content.period();
    List<List<Cell>> rows = new ArrayList<>();
    numbers()
        .forEach(
            one ->
                rows.add(
                    row(
                        one.key(),
                        one.of().applyAsLong(period.counts()),
                        one.of().applyAsLong(period.before()))));
    rows.add(row("notices", own.noticesIssued(), own.noticesIssuedBefore()));
    return new Table(
        say("table.counts"), List.of(say("col.what"), say("col.now"), say("col.before")), rows, 0);
  }

  private List<Cell> row(String key, long now, long before) {
    return List.of(Cell.of(say("row." + key)), Cell.of(now), Cell.of(before));
  }

  private record Number(String key, ToLongFunction<DeadlineCounts> of) {}

  private static Stream<Number> numbers() {
    return Stream.of(
        new Number("due", DeadlineCounts::due),
        new Number("met", DeadlineCounts::metInTime),
        new Number("met-late", DeadlineCounts::metLate),
        new Number("breached", DeadlineCounts::breached),
        new Number("open", DeadlineCounts::open),
        new Number("overdue", DeadlineCounts::overdueOpen),
        new Number("warned", DeadlineCounts::warned),
        new Number("extended", DeadlineCounts::extended),
        new Number("cancelled", DeadlineCounts::cancelled),
        new Number("lapsed", DeadlineCounts::lapsed),
        new Number("late-work", DeadlineCounts::lateWork),
        new Number("late-data", DeadlineCounts::lateData),
        new Number("system", DeadlineCounts::system));
  }

  private Table rates(BulletinContent content) {
    var rows =
        Stream.concat(content.period().indicators().stream(), content.own().rates().stream())
            .map(this::row)
            .toList();
    var head =
        List.of(
            say("col.rate"),
            say("col.now"),
            say("col.before"),
            say("col.target"),
            say("col.colour"));
    return new Table(say("table.rates"), head, rows, 0);
  }

  private List<Cell> row(Rate rate) {
    var target = rate.target();
    return List.of(
        Cell.of(rate.names()),
        share(rate.met(), rate.of()),
        share(rate.beforeMet(), rate.beforeOf()),
        target == null ? Cell.none() : Cell.of(target + " %"),
        colour(rate.colour()));
  }

  private static Cell colour(@Nullable String word) {
    return Arrays.stream(Colour.values())
        .filter(colour -> colour.name().toLowerCase(Locale.ROOT).equals(word))
        .findFirst()
        .map(colour -> Cell.of(colour.names()))
        .orElseGet(Cell::none);
  }

  /** The percentage never stands alone. */
  private static Cell share(long met, long of) {
    var percent = new Counted(met, of).percent();
    return percent == null
        ? Cell.none()
        : Cell.of(percent.toPlainString() + " % (" + met + "/" + of + ")");
  }

  private Table lists(BulletinContent content) {
    var rows =
        content.period().lists().stream()
            .map(
                list ->
                    List.of(
                        Cell.of(list.names()),
                        Cell.of(list.open()),
                        Cell.of(list.breached()),
                        Cell.of(list.breachedBefore()),
                        Cell.of(list.mended())))
            .toList();
    var head =
        List.of(
            say("col.list"),
            say("col.open"),
            say("row.breached"),
            say("col.breached-before"),
            say("col.mended"));
    return new Table(say("table.lists"), head, rows, 0);
  }

  private Names say(String key) {
    return texts.say("bulletin." + key);
  }

  /** The days of a period, both inclusive. */
  static Names days(LocalDate from, LocalDate to) {
    var zh = DAY_ZH.format(from);
    var en = DAY_EN.format(from);
    return from.equals(to)
        ? new Names(zh, en)
        : new Names(zh + "至" + DAY_ZH.format(to), en + " to " + DAY_EN.format(to));
  }
}
