package io.caseclock.notify.console.indicator;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A small line of percentages over twelve periods, in a box of 120 by 32.
 *
 * @param lines the points of each stretch without a gap
 * @param lastX where its last known point stands; null where nothing is known
 */
record Sparkline(List<String> lines, @Nullable String lastX, @Nullable String lastY) {

  private static final double WIDTH = 116;
  private static final double HEIGHT = 26;
  private static final double EDGE = 3;

  static Sparkline of(List<@Nullable BigDecimal> percents) {
    List<String> lines = new ArrayList<>();
    var line = new StringBuilder();
    String lastX = null;
    String lastY = null;
    for (var at = 0; at < percents.size(); at++) {
      var percent = percents.get(at);
      if (percent == null) {
        end(line, lines);
      } else {
        lastX = text(EDGE + at * (WIDTH - EDGE) / Math.max(1, percents.size() - 1));
        lastY = text(EDGE + HEIGHT * (100 - percent.doubleValue()) / 100);
        line.append(line.isEmpty() ? "" : " ").append(lastX).append(',').append(lastY);
      }
    }
    end(line, lines);
    return new Sparkline(List.copyOf(lines), lastX, lastY);
  }

  private static void end(StringBuilder line, List<String> lines) {
    if (!line.isEmpty()) {
      lines.add(line.toString());
      line.setLength(0);
    }
  }

  private static String text(double value) {
    return String.format(Locale.ROOT, "%.1f", value);
  }
}
