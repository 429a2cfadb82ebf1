package io.caseclock.local.file;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.caseclock.local.StackException;
import io.caseclock.wire.StrictJson;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;

/**
 * Any bytes whatever are rows, or the file is refused as a whole. No line vanishes, and what goes
 * on to intake is one event, also beside others in a batch.
 */
class AnyEventFileTest {

  private static final List<String> NAMES =
      List.of("events.csv", "events.txt", "events.tsv", "events.jsonl", "events.xlsx");

  private static final String EVENT =
      """
      {"specversion":"1.0","id":"1","source":"urn:precinct:x01","type":"case-filed",\
      "subject":"case/A1","time":"2026-03-02T09:00:00+08:00","data":{"unit":"案"}}
      """;

  private static final String TABLE =
      """
      id,source,type,subject,time,unit,facts.custody,data.count,#note
      1,urn:precinct:x01,case-filed,case/A1,2026-03-02 09:00,X01,true,7,"备注, ""一"" 二"
      2,urn:precinct:x01,case-filed,case/A2,2026-03-02T09:00:00+08:00,X01,,,
      """;

  private static final Path DIRECTORY = directory();

  private static Path directory() {
    try {
      return Files.createTempDirectory("any-event-file");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @AfterContainer
  static void isDeleted() throws IOException {
    try (var files = Files.list(DIRECTORY)) {
      for (var file : files.toList()) {
        Files.delete(file);
      }
    }
    Files.delete(DIRECTORY);
  }

  @Property(tries = 500, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void a_distorted_file_is_read_row_by_row_or_refused(
      @ForAll("goods") byte[] good,
      @ForAll("edits") List<Edit> edits,
      @ForAll("names") String name) {
    var bytes = good;
    for (var edit : edits) {
      bytes = edit.in(bytes);
    }
    isReadOrRefused(name, bytes);
  }

  @Property(tries = 200, seed = "1", edgeCases = EdgeCasesMode.NONE)
  void any_bytes_are_read_row_by_row_or_refused(
      @ForAll byte[] bytes, @ForAll("names") String name) {
    isReadOrRefused(name, bytes);
  }

  private static void isReadOrRefused(String name, byte[] bytes) {
    var file = written(name, bytes);
    List<EventRow> rows = new ArrayList<>();
    var thrown = catchThrowable(() -> rows.addAll(rows(file)));
    if (thrown != null) {
      assertThat(thrown).isInstanceOf(StackException.class);
      assertThat(thrown.getMessage()).isNotBlank();
      return;
    }
    eachLineIsThereOnce(rows);
    rows.forEach(
        row -> {
          switch (row) {
            case EventRow.Readable event -> isOneEvent(event);
            case EventRow.Unreadable fault -> {
              assertThat(fault.reason().zh()).isNotBlank();
              assertThat(fault.reason().en()).isNotBlank();
            }
            case EventRow.Skipped skipped -> {}
          }
        });
  }

  private static void eachLineIsThereOnce(List<EventRow> rows) {
    var next = 1L;
    for (var row : rows) {
      assertThat(row.line()).isEqualTo(next);
      next += row.original().lines();
    }
  }

  private static void isOneEvent(EventRow.Readable event) {
    assertThat(elements(event.json(), event.json())).isEqualTo(2);
    var marked = event.historyUntil(Instant.EPOCH).json();
    assertThat(elements(marked, event.json())).isEqualTo(2);
  }

  /** How many a batch of both has. */
  private static int elements(byte[] first, byte[] second) {
    var batch = new ByteArrayOutputStream();
    batch.write('[');
    batch.writeBytes(first);
    batch.write(',');
    batch.writeBytes(second);
    batch.write(']');
    List<StrictJson.Element> elements = new ArrayList<>();
    StrictJson.elements(batch.toByteArray(), elements::add);
    return elements.size();
  }

  private static List<EventRow> rows(Path file) {
    var shape = FileShape.of(file, Optional.empty());
    try (var rows = EventFile.open(file, shape, CellKinds.UNKNOWN)) {
      return rows.all();
    }
  }

  private static Path written(String name, byte[] bytes) {
    try {
      return Files.write(DIRECTORY.resolve(name), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A few bytes at a place are lost and others put there. */
  record Edit(int at, int lost, byte[] put) {

    byte[] in(byte[] bytes) {
      var from = bytes.length == 0 ? 0 : at % (bytes.length + 1);
      var to = Math.min(bytes.length, from + lost);
      var edited = new ByteArrayOutputStream();
      edited.write(bytes, 0, from);
      edited.writeBytes(put);
      edited.write(bytes, to, bytes.length - to);
      return edited.toByteArray();
    }
  }

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(NAMES);
  }

  @Provide
  Arbitrary<byte[]> goods() {
    return Arbitraries.of(
        (EVENT + EVENT).getBytes(UTF_8),
        ("\ufeff" + TABLE).getBytes(UTF_8),
        TABLE.replace(',', '\t').getBytes(StandardCharsets.UTF_16LE),
        EVENT.getBytes(StandardCharsets.UTF_16BE),
        TABLE.getBytes(Charset.forName("GB18030")),
        workbook());
  }

  @Provide
  Arbitrary<List<Edit>> edits() {
    var put =
        Arbitraries.oneOf(
            Arbitraries.of(
                    "", "\"", "\n", "\r\n", "\u0000", "\ufeff", "{", "}", "]", ",", "\\", "\u202e")
                .map(text -> text.getBytes(UTF_8)),
            Arbitraries.bytes().array(byte[].class).ofMaxSize(3));
    return Combinators.combine(
            Arbitraries.integers().between(0, 1_000), Arbitraries.integers().between(0, 12), put)
        .as(Edit::new)
        .list()
        .ofMaxSize(4);
  }

  /** As Excel begins one. */
  private static byte[] workbook() {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry("xl/workbook.xml"));
      zip.write(TABLE.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }
}
