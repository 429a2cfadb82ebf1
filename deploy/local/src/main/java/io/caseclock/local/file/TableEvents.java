package io.caseclock.local.file;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Events as a table with a head. The columns {@code id}, {@code source}, {@code type}, {@code
 * subject}, {@code time}, {@code recordedtime} and {@code historyuntil} are the event's own; {@code
 * unit}, {@code officer} and {@code caseId} go into its data, {@code facts.custody} into the facts,
 * {@code data.rule} into the data. A heading that begins with {@code #} is for people. An empty
 * cell says nothing, and so does one that is missing at the end of a row.
 */
final class TableEvents implements RowSource {

  private final TableHead head;
  private final TableRows rows;
  private final CellKinds kinds;
  private final Deque<EventRow> before;

  TableEvents(FileLines lines, TextEncoding encoding, TableHead head, CellKinds kinds) {
    this.head = head;
    this.kinds = kinds;
    rows = new TableRows(lines, encoding, head.delimiter());
    before = new ArrayDeque<>(head.rows());
  }

  @Override
  public @Nullable EventRow next() {
    if (!before.isEmpty()) {
      return before.pop();
    }
    return switch (rows.next()) {
      case null -> null;
      case TableRow.Broken row -> new EventRow.Unreadable(row.original(), row.reason());
      case TableRow.Whole row -> event(row);
    };
  }

  private EventRow event(TableRow.Whole row) {
    var cells = row.original().cells();
    if (says(cells).isEmpty()) {
      return new EventRow.Skipped(row.original());
    }
    try {
      refuseWrongLength(row, cells);
      var event = event(cells);
      return new EventRow.Readable(
          row.original(),
          event.toString().getBytes(StandardCharsets.UTF_8),
          event.path("source").asText(""),
          event.path("id").asText(""),
          event.has("historyuntil"));
    } catch (CellFaultException e) {
      return new EventRow.Unreadable(row.original(), e.reason());
    }
  }

  /** What stands in the row for CaseClock, not for people. */
  private List<String> says(List<String> cells) {
    return java.util.stream.IntStream.range(0, cells.size())
        .filter(
            i -> i >= head.columns().size() || !(head.columns().get(i) instanceof Column.Comment))
        .mapToObj(cells::get)
        .filter(cell -> !BlankLine.is(cell))
        .toList();
  }

  private void refuseWrongLength(TableRow.Whole row, List<String> cells) throws CellFaultException {
    var columns = head.columns().size();
    if (cells.size() > columns
        && cells.subList(columns, cells.size()).stream().anyMatch(cell -> !cell.isBlank())) {
      throw new CellFaultException(
          "本行有 %d 格，表头只有 %d 列".formatted(cells.size(), columns),
          "the row has %d cells, the head %d".formatted(cells.size(), columns));
    }
    if (row.isCut() && cells.size() < columns) {
      throw new CellFaultException(
          "文件在本行中间结束：只有 %d 格，表头有 %d 列".formatted(cells.size(), columns),
          "the file ends within the row: it has %d cells, the head %d"
              .formatted(cells.size(), columns));
    }
  }

  private ObjectNode event(List<String> cells) throws CellFaultException {
    var event = CellValue.JSON.createObjectNode();
    event.put("specversion", "1.0");
    event.put("datacontenttype", "application/json");
    var data = event.putObject("data");
    var type = type(cells);
    for (var i = 0; i < Math.min(cells.size(), head.columns().size()); i++) {
      if (!cells.get(i).isBlank()) {
        put(event, data, type, head.columns().get(i), cells.get(i));
      }
    }
    return event;
  }

  private String type(List<String> cells) {
    var at = head.columns().indexOf(new Column.Attribute("type"));
    return at < 0 || at >= cells.size() ? "" : cells.get(at);
  }

  private void put(ObjectNode event, ObjectNode data, String type, Column column, String cell)
      throws CellFaultException {
    switch (column) {
      case Column.Attribute(var name) ->
          event.put(name, Column.TIMES.contains(name) ? CellValue.instant(cell) : cell);
      case Column.Data(var name) when Column.PLAIN_DATA.contains(name) -> data.put(name, cell);
      case Column.Data(var name) -> data.set(name, CellValue.of(cell, kinds.ofData(type, name)));
      case Column.Fact(var name) ->
          data.withObjectProperty("facts").set(name, CellValue.of(cell, kinds.ofFact(name)));
      case Column.Comment() -> {}
      case Column.Unknown(var heading) ->
          throw heading.isEmpty()
              ? new CellFaultException("单元格上方没有列名：" + cell, "a cell has no heading: " + cell)
              : new CellFaultException("没有这样的列：" + heading, "unknown column: " + heading);
    }
  }
}
