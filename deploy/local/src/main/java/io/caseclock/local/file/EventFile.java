package io.caseclock.local.file;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A file of events, read as it goes: a table where its name says so, otherwise one CloudEvent in
 * JSON a line. To be closed.
 */
public final class EventFile implements Iterator<EventRow>, AutoCloseable {

  private static final String TABLE = ".csv";
  private static final Set<String> EITHER = Set.of(".txt", ".tsv");

  private final FileLines lines;
  private final FileShape shape;
  private final @Nullable TableHead head;
  private final RowSource rows;
  private @Nullable EventRow next;
  private long rowsGiven;

  private EventFile(FileLines lines, FileShape shape, @Nullable TableHead head, CellKinds kinds) {
    this.lines = lines;
    this.shape = shape;
    this.head = head;
    rows =
        head == null
            ? new JsonLines(lines, shape.encoding())
            : new TableEvents(lines, shape.encoding(), head, kinds);
    next = rows.next();
  }

  /**
   * Opens a file; throws {@link io.caseclock.local.StackException} where all of it is to be
   * refused.
   */
  public static EventFile open(Path file, FileShape shape, CellKinds kinds) {
    var isTable = isTable(file, shape);
    var lines = FileLines.of(file, shape.encoding());
    try {
      var head = isTable ? TableHead.read(lines, shape.encoding()) : null;
      return new EventFile(lines, shape, head, kinds);
    } catch (RuntimeException e) {
      lines.close();
      throw e;
    }
  }

  /**
   * Whether the file is a table, by its name, or by its first character where the name is vague.
   */
  public static boolean isTable(Path file, FileShape shape) {
    var name = file.toString().toLowerCase(Locale.ROOT);
    return name.endsWith(TABLE)
        || (EITHER.stream().anyMatch(name::endsWith) && !beginsWithBrace(file, shape));
  }

  private static boolean beginsWithBrace(Path file, FileShape shape) {
    try (var lines = FileLines.of(file, shape.encoding())) {
      for (var line = lines.next(); line != null; line = lines.next()) {
        var text = shape.encoding().text(line.bytes());
        if (text.isEmpty() || !BlankLine.is(text.get())) {
          return text.filter(one -> one.stripLeading().startsWith("{")).isPresent();
        }
      }
      return false;
    }
  }

  /** How the characters of the file were read. */
  public TextEncoding encoding() {
    return shape.encoding();
  }

  /** How many rows were given so far. */
  public long rowsGiven() {
    return rowsGiven;
  }

  /** Returns where what cannot be loaded goes, in the file's own form. */
  public RejectedRows rejectedBeside(Path file) {
    return head == null
        ? RejectedLines.beside(file, shape.encoding())
        : RejectedTable.beside(file, head);
  }

  @Override
  public boolean hasNext() {
    return next != null;
  }

  @Override
  public EventRow next() {
    var row = next;
    if (row == null) {
      throw new NoSuchElementException();
    }
    next = rows.next();
    rowsGiven++;
    return row;
  }

  @Override
  public void close() {
    lines.close();
  }

  /** An event that was made here and stands in no file, as the row of that number. */
  public static EventRow.Readable made(long line, String json, String source, String id) {
    var bytes = json.getBytes(StandardCharsets.UTF_8);
    return new EventRow.Readable(new OriginalRow.Bytes(line, bytes), bytes, source, id);
  }

  /** All that are left, for files that are known to be small. */
  List<EventRow> all() {
    List<EventRow> all = new java.util.ArrayList<>();
    forEachRemaining(all::add);
    return all;
  }
}
