package io.caseclock.notify.console.frame;

import io.caseclock.wire.Json;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * A picture of figures over labels; the same figures stand in a table below it.
 *
 * @param kind {@code line} or {@code bar}
 * @param title what it shows, for those who do not see it
 * @param labels along the axis
 * @param unit behind each figure, such as {@code %}; empty for none
 */
public record Chart(
    String kind, String title, List<String> labels, List<Series> series, String unit) {

  /**
   * One line, or the bars of one colour.
   *
   * @param values one for each label; null where nothing is known
   */
  public record Series(String name, List<@Nullable Double> values) {

    public Series(String name, List<@Nullable Double> values) {
      this.name = name;
      this.values = java.util.Collections.unmodifiableList(new java.util.ArrayList<>(values));
    }

    /** Of whole numbers. */
    public static Series of(String name, long... values) {
      return new Series(name, Arrays.stream(values).asDoubleStream().boxed().toList());
    }
  }

  public Chart {
    labels = List.copyOf(labels);
    series = List.copyOf(series);
    var length = labels.size();
    if (series.stream().anyMatch(one -> one.values().size() != length)) {
      throw new IllegalArgumentException("each series has a figure for each label: " + title);
    }
  }

  /** What the script in the browser draws from. */
  public String json() {
    return Json.text(this);
  }

  /** The figures as rows: a label, and what each series has there. */
  public List<Row> rows() {
    return IntStream.range(0, labels.size())
        .mapToObj(
            at ->
                new Row(
                    labels.get(at),
                    series.stream().map(one -> text(one.values().get(at))).toList()))
        .toList();
  }

  private String text(@Nullable Double value) {
    if (value == null) {
      return "–";
    }
    var isWhole = value == Math.rint(value);
    return (isWhole ? Long.toString(Math.round(value)) : value.toString()) + unit;
  }

  /** A row of the table. */
  public record Row(String label, List<String> values) {}
}
