package io.caseclock.notify.console.calculator;

import static io.caseclock.notify.console.frame.Forms.text;

import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.rest.Blank;
import io.caseclock.notify.rest.Parameters;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was typed into the calculator, however wrong it is; the monitor judges it.
 *
 * @param rule empty while none is chosen
 * @param start as a field of type {@code datetime-local} holds it
 * @param custody whether the person is in custody
 * @param term a period decided in the case
 */
public record CalculatorForm(
    String rule,
    String start,
    String end,
    boolean custody,
    Length term,
    List<PauseRow> pauses,
    List<ExtensionRow> extensions) {

  /** More rows than the monitor reads are not made. */
  private static final int MOST_ROWS = 20;

  private static final String STILL = "..";

  public CalculatorForm {
    pauses = List.copyOf(pauses);
    extensions = List.copyOf(extensions);
  }

  /**
   * A number of a unit.
   *
   * @param unit D, M, Y or H, as ISO 8601 writes them
   */
  public record Length(String number, String unit) {

    static final Length NONE = new Length("", "D");

    boolean isEmpty() {
      return number.isEmpty();
    }

    /** ISO 8601; what is no number is left for the monitor to refuse. */
    String iso() {
      return isEmpty() ? "" : (unit.equals("H") ? "PT" : "P") + number + unit;
    }

    /** Reads what {@link #iso} writes. */
    static Length ofIso(String iso) {
      var bare = iso.replaceFirst("^PT?", "");
      return bare.isEmpty()
          ? NONE
          : new Length(bare.substring(0, bare.length() - 1), bare.substring(bare.length() - 1));
    }
  }

  /**
   * A span that does not count.
   *
   * @param to empty while it lasts
   * @param by the event that begins it; empty for the first that the rule knows
   */
  public record PauseRow(String from, String to, String by) {

    static final PauseRow EMPTY = new PauseRow("", "", "");

    static PauseRow of(String text) {
      var parts = parts(text);
      return new PauseRow(parts[0], parts[1].equals(STILL) ? "" : parts[1], parts[2]);
    }

    String wire() {
      return from + "/" + (to.isEmpty() ? STILL : to) + (by.isEmpty() ? "" : "/" + by);
    }
  }

  /** Extra time that was approved. */
  public record ExtensionRow(Length adds, String approvedAt, String level) {

    static final ExtensionRow EMPTY = new ExtensionRow(Length.NONE, "", "");

    static ExtensionRow of(String text) {
      var parts = parts(text);
      return new ExtensionRow(Length.ofIso(parts[0]), parts[1], parts[2]);
    }

    String wire() {
      return adds.iso() + "/" + approvedAt + (level.isEmpty() ? "" : "/" + level);
    }
  }

  private static String[] parts(String text) {
    var parts = text.split("/", 3);
    return new String[] {
      parts[0], parts.length > 1 ? parts[1] : "", parts.length > 2 ? parts[2] : ""
    };
  }

  static CalculatorForm of(CalculatorFields fields) {
    Parameters.require("add", Blank.dropped(fields.add), List.of("pause", "extension"));
    return new CalculatorForm(
        text(fields.rule),
        text(fields.start),
        text(fields.end),
        Parameters.flag("custody", Blank.dropped(fields.custody)),
        text(fields.term).isEmpty()
            ? new Length(text(fields.termNumber), unit(text(fields.termUnit)))
            : Length.ofIso(text(fields.term)),
        pauseRows(fields),
        extensionRows(fields));
  }

  private static String unit(String text) {
    return text.isEmpty() ? "D" : text;
  }

  /** Rows in which something stands, and one more where the button for it was used. */
  private static List<PauseRow> pauseRows(CalculatorFields fields) {
    List<PauseRow> rows = new ArrayList<>(fields.pause.stream().map(PauseRow::of).toList());
    IntStream.range(0, fields.pauseFrom.size())
        .mapToObj(
            i ->
                new PauseRow(at(fields.pauseFrom, i), at(fields.pauseTo, i), at(fields.pauseBy, i)))
        .filter(row -> !row.from().isEmpty() || !row.to().isEmpty())
        .forEach(rows::add);
    if ("pause".equals(fields.add)) {
      rows.add(PauseRow.EMPTY);
    }
    return rows.subList(0, Math.min(rows.size(), MOST_ROWS));
  }

  private static List<ExtensionRow> extensionRows(CalculatorFields fields) {
    List<ExtensionRow> rows =
        new ArrayList<>(fields.extension.stream().map(ExtensionRow::of).toList());
    IntStream.range(0, fields.addsNumber.size())
        .mapToObj(
            i ->
                new ExtensionRow(
                    new Length(at(fields.addsNumber, i), unit(at(fields.addsUnit, i))),
                    at(fields.approvedAt, i),
                    at(fields.level, i)))
        .filter(row -> !row.adds().isEmpty() || !row.approvedAt().isEmpty())
        .forEach(rows::add);
    if ("extension".equals(fields.add)) {
      rows.add(ExtensionRow.EMPTY);
    }
    return rows.subList(0, Math.min(rows.size(), MOST_ROWS));
  }

  private static String at(List<String> values, int index) {
    return index < values.size() ? text(values.get(index)) : "";
  }

  /** Whether there is anything to compute. */
  boolean isAsked() {
    return !rule.isEmpty() && !start.isEmpty();
  }

  /** What the monitor is asked: rows in which nothing stands are none. */
  Query question() {
    return Query.of("start", start)
        .andAll(
            "pause",
            pauses.stream().filter(row -> !row.equals(PauseRow.EMPTY)).map(PauseRow::wire).toList())
        .andAll(
            "extension",
            extensions.stream()
                .filter(row -> !row.equals(ExtensionRow.EMPTY))
                .map(ExtensionRow::wire)
                .toList())
        .and("fact", custody ? "custody:true" : "")
        .and("term", term.iso())
        .and("end", end);
  }

  /** The address that leads here again, to be shared. */
  String link() {
    var shared =
        new Query(
            question().parameters().stream()
                .map(
                    one -> one.name().equals("fact") ? new Query.Parameter("custody", "true") : one)
                .toList());
    return new Query(
            java.util.stream.Stream.concat(
                    Query.of("rule", rule).parameters().stream(), shared.parameters().stream())
                .toList())
        .behind("/calculator");
  }
}
