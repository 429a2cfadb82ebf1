package io.caseclock.local.load;

import com.fasterxml.jackson.databind.SequenceWriter;
import com.fasterxml.jackson.dataformat.csv.CsvMapper;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The list of the rejected beside the file they stand in; there only where it has an entry. */
final class RejectedFile implements AutoCloseable {

  private static final CsvSchema COLUMNS =
      CsvSchema.builder()
          .addNumberColumn("line")
          .addColumn("source")
          .addColumn("id")
          .addNumberColumn("status")
          .addColumn("reason")
          .build()
          .withHeader();

  private final Path path;
  private @Nullable SequenceWriter writer; // guarded by this

  private RejectedFile(Path path) {
    this.path = path;
  }

  /** Returns the list for a file of events; an earlier one is forgotten. */
  static RejectedFile beside(Path events) {
    var path = events.resolveSibling(events.getFileName() + ".rejected.csv");
    try {
      Files.deleteIfExists(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new RejectedFile(path);
  }

  Path path() {
    return path;
  }

  synchronized void add(Rejection rejection) {
    try {
      if (writer == null) {
        writer =
            CsvMapper.builder()
                .build()
                .writerFor(Rejection.class)
                .with(COLUMNS)
                .writeValues(Files.newBufferedWriter(path, StandardCharsets.UTF_8));
      }
      writer.write(rejection);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized void close() {
    if (writer != null) {
      try {
        writer.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
