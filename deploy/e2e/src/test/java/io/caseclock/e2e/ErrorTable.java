package io.caseclock.e2e;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * The refusals of a table with the columns status and type. A row with one status has it for each
 * of its types; one with several has as many types, each with the status at its place.
 */
final class ErrorTable {

  private static final String HEAD = "| status | `type` | what the client does |";
  private static final String NEXT = ", ";
  private static final Pattern PAGE = Pattern.compile("\\[`([a-z-]+)`]\\(problems/\\1\\.md\\)");

  /** What is in the place of a type where nothing is answered. */
  private static final Pattern NO_ANSWER = Pattern.compile("\\(([a-z ]+)\\)");

  private ErrorTable() {}

  /**
   * @param status as it stands there: {@code 400}, or {@code none} where nothing is answered
   * @param type the last part of its URN; what happens instead where nothing is answered
   */
  record Refusal(String status, String type) {

    @Override
    public String toString() {
      return status + " " + type;
    }
  }

  /** All of the table, in its order; fails where a row cannot be understood. */
  static List<Refusal> of(Path document) throws IOException {
    var rows =
        Files.readString(document)
            .lines()
            .dropWhile(line -> !line.equals(HEAD))
            .skip(2)
            .takeWhile(line -> line.startsWith("|"))
            .toList();
    return rows.stream().flatMap(row -> refusals(row).stream()).toList();
  }

  private static List<Refusal> refusals(String row) {
    var cells = Arrays.stream(row.split("\\|", -1)).map(String::strip).toList();
    var statuses = List.of(cells.get(1).split(NEXT));
    var types = Arrays.stream(cells.get(2).split(NEXT)).map(ErrorTable::type).toList();
    if (statuses.size() != 1 && statuses.size() != types.size()) {
      throw new AssertionError("as many types as statuses are meant: " + row);
    }
    var last = statuses.size() - 1;
    return IntStream.range(0, types.size())
        .mapToObj(n -> new Refusal(statuses.get(Math.min(n, last)), types.get(n)))
        .toList();
  }

  private static String type(String cell) {
    for (var form : List.of(PAGE, NO_ANSWER)) {
      var found = form.matcher(cell);
      if (found.matches()) {
        return found.group(1);
      }
    }
    throw new AssertionError("no problem type with its page: " + cell);
  }
}
