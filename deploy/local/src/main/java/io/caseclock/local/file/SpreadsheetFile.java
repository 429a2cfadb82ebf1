package io.caseclock.local.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A table that Excel opens as it is meant: UTF-8 with a byte order mark, lines that end as in
 * Windows. There only once it has a row.
 */
final class SpreadsheetFile {

  private static final String FORMULA = "=+-@\t\r";

  private final Path path;
  private final char delimiter;
  private final List<String> headings;
  private @Nullable OutputStream out; // guarded by this

  SpreadsheetFile(Path path, char delimiter, List<String> headings) {
    this.path = path;
    this.delimiter = delimiter;
    this.headings = List.copyOf(headings);
    forget(path);
  }

  Path path() {
    return path;
  }

  /** A text that Excel shows and never runs. */
  static String shown(String text) {
    return !text.isEmpty() && FORMULA.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
  }

  static void forget(Path path) {
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot replace " + path, e);
    }
  }

  synchronized boolean hasRows() {
    return out != null;
  }

  synchronized void add(List<String> cells) {
    try {
      if (out == null) {
        out = new BufferedOutputStream(Files.newOutputStream(path));
        out.write(TextEncoding.UTF_8.mark());
        write(out, headings);
      }
      write(out, cells);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }

  synchronized void close() {
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }

  private void write(OutputStream to, List<String> cells) throws IOException {
    var row =
        cells.stream().map(this::quoted).collect(Collectors.joining(String.valueOf(delimiter)));
    to.write((row + "\r\n").getBytes(StandardCharsets.UTF_8));
  }

  private String quoted(String cell) {
    var needsQuotes =
        cell.startsWith(" ")
            || cell.endsWith(" ")
            || cell.chars()
                .anyMatch(one -> one == delimiter || one == '"' || one == '\r' || one == '\n');
    return needsQuotes ? '"' + cell.replace("\"", "\"\"") + '"' : cell;
  }
}
