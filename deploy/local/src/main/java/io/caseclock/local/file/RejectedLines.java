package io.caseclock.local.file;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rejected lines twice: as a table with the reasons, for people, and byte for byte in the
 * encoding of their file, to be mended and loaded.
 */
final class RejectedLines implements RejectedRows {

  private static final List<String> HEADINGS =
      List.of("line", "source", "id", "status", "原因", "reason");

  private final Path path;
  private final TextEncoding encoding;
  private final SpreadsheetFile reasons;
  private @Nullable OutputStream out; // guarded by this

  private RejectedLines(Path path, TextEncoding encoding, SpreadsheetFile reasons) {
    this.path = path;
    this.encoding = encoding;
    this.reasons = reasons;
    SpreadsheetFile.forget(path);
  }

  static RejectedLines beside(Path events, TextEncoding encoding) {
    var name = events.getFileName() + ".rejected";
    return new RejectedLines(
        events.resolveSibling(name + ".ndjson"),
        encoding,
        new SpreadsheetFile(events.resolveSibling(name + ".csv"), ',', HEADINGS));
  }

  @Override
  public synchronized void add(Rejection rejection) {
    reasons.add(
        List.of(
            String.valueOf(rejection.original().line()),
            SpreadsheetFile.shown(rejection.source()),
            SpreadsheetFile.shown(rejection.id()),
            String.valueOf(rejection.status()),
            SpreadsheetFile.shown(rejection.reason().zh()),
            SpreadsheetFile.shown(rejection.reason().en())));
    if (rejection.original() instanceof OriginalRow.Bytes original && original.text().length > 0) {
      write(original.text());
    }
  }

  private void write(byte[] line) {
    try {
      if (out == null) {
        out = new BufferedOutputStream(Files.newOutputStream(path));
        out.write(encoding.unit() > 1 ? encoding.mark() : new byte[0]);
      }
      out.write(line);
      out.write(encoding.bytes("\n"));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }

  @Override
  public synchronized List<Path> files() {
    if (!reasons.hasRows()) {
      return List.of();
    }
    return out == null ? List.of(reasons.path()) : List.of(reasons.path(), path);
  }

  @Override
  public synchronized void close() {
    reasons.close();
    try {
      if (out != null) {
        out.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + path, e);
    }
  }
}
