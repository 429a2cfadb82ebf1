package io.caseclock.images.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.images.ImagesException;
import io.caseclock.images.bundle.BundleReport.Broken;
import io.caseclock.images.bundle.BundleReport.Whole;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BundleTest {

  private static final String TEXT = "docs/a.md";
  private static final String SCRIPT = "docs/make";
  private static final String EMPTY = "docs/z.md";

  @TempDir Path folder;

  private final TreeMap<String, Path> parts = new TreeMap<>();
  private Path bundle;
  private String list = "";

  BundleTest() {
    bundle = Path.of("");
  }

  @BeforeEach
  void aBundle() throws IOException {
    bundle = folder.resolve("bundle.tar");
    part(TEXT, "a document");
    part(SCRIPT, "#!/bin/sh\n");
    part(EMPTY, "");
    assertThat(folder.resolve("parts").resolve(SCRIPT).toFile().setExecutable(true)).isTrue();
    list = BundleWriter.write(parts, bundle);
  }

  @Test
  void a_bundle_is_whole_as_it_was_written() throws IOException {
    assertThat(BundleVerifier.verify(bundle)).isEqualTo(new Whole(3, list));
  }

  @Test
  void it_unpacks_to_what_was_put_in_after_a_list_that_sha256sum_reads() throws IOException {
    assertThat(entries().stream().map(Part::toString))
        .containsExactly(
            "SHA256SUMS 100644", "docs/a.md 100644", "docs/make 100755", "docs/z.md 100644");
    assertThat(entries().get(1).text()).isEqualTo("a document");
    assertThat(entries().getFirst().text())
        .isEqualTo(
            """
            0d1da5138c035ffb7a848cfa108a901b2d7e44195f11ddc475e1fe7c1cf9d8b3  docs/a.md
            a8076d3d28d21e02012b20eaf7dbf75409a6277134439025f282e368e3305abf  docs/make
            e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  docs/z.md
            """);
  }

  @Test
  void the_same_parts_are_the_same_archive() throws IOException {
    var other = folder.resolve("other.tar");
    BundleWriter.write(parts, other);

    assertThat(other).hasSameBinaryContentAs(bundle);
  }

  @Test
  void a_name_that_does_not_fit_is_not_written() {
    parts.put("docs/" + "a".repeat(100), parts.get(TEXT));

    assertThatThrownBy(() -> BundleWriter.write(parts, folder.resolve("long.tar")))
        .isInstanceOf(ImagesException.class)
        .hasMessageContaining("not a name for a bundle");
    assertThat(folder.resolve("long.tar")).doesNotExist();
  }

  @Nested
  class Spoiled {

    @Test
    void every_byte_of_content_counts() throws IOException {
      for (var name : List.of(TEXT, SCRIPT)) {
        rewrite(all -> all.stream().map(part -> part.is(name) ? part.spoiled() : part).toList());

        assertThat(verify()).isEqualTo(new Broken(name, Fault.WRONG));
      }
    }

    @Test
    void no_single_byte_of_the_archive_can_be_changed_unseen_but_in_fields_that_are_not_read()
        throws IOException {
      var whole = Files.readAllBytes(bundle);
      var unseen = new ArrayList<Integer>();
      for (var at = 0; at < whole.length; at++) {
        whole[at] ^= 1;
        if (BundleVerifier.verify(new ByteArrayInputStream(whole)) instanceof Whole) {
          unseen.add(at);
        }
        whole[at] ^= 1;
      }

      // what follows the digits of the checksum of a head
      assertThat(unseen).allMatch(at -> at % TarHeader.BLOCK == 155).hasSizeLessThanOrEqualTo(4);
    }

    @Test
    void a_part_that_is_missing_is_named() throws IOException {
      for (var name : List.of(TEXT, SCRIPT, EMPTY)) {
        rewrite(all -> all.stream().filter(part -> !part.is(name)).toList());

        assertThat(verify()).isEqualTo(new Broken(name, Fault.MISSING));
      }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4})
    void a_part_too_many_is_named_wherever_it_stands(int at) throws IOException {
      rewrite(all -> with(all, at, Part.of("docs/other.md", "other")));

      assertThat(verify()).isEqualTo(new Broken("docs/other.md", Fault.EXTRA));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4})
    void a_part_that_is_there_twice_is_named(int at) throws IOException {
      rewrite(all -> with(all, at, Part.of(TEXT, "a document")));

      assertThat(verify()).isEqualTo(new Broken(TEXT, Fault.DOUBLED));
    }

    @Test
    void a_second_list_is_named() throws IOException {
      rewrite(all -> with(all, 4, all.getFirst()));

      assertThat(verify()).isEqualTo(new Broken("SHA256SUMS", Fault.DOUBLED));
    }

    @Test
    void an_archive_that_does_not_begin_with_the_list_is_refused() throws IOException {
      rewrite(all -> all.subList(1, 4));

      assertThat(verify()).isEqualTo(new Broken("SHA256SUMS", Fault.MISSING));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"../up", "docs/../../up", "/etc/passwd", "docs//a", "./a", "docs/a b", "文"})
    void a_name_that_leads_elsewhere_is_refused_in_a_head_and_in_the_list(String name)
        throws IOException {
      rewrite(all -> with(all, 1, Part.of(name, "x")));
      assertThat(fault()).isIn(Fault.NAME, Fault.KIND);

      aBundle();
      rewrite(
          all ->
              with(
                  all.subList(1, 4),
                  0,
                  Part.of("SHA256SUMS", "0".repeat(64) + "  " + name + "\n")));
      assertThat(fault()).isIn(Fault.NAME, Fault.LIST);
    }

    @ParameterizedTest
    @ValueSource(
        bytes = {
          TarConstants.LF_SYMLINK,
          TarConstants.LF_LINK,
          TarConstants.LF_CHR,
          TarConstants.LF_DIR,
          TarConstants.LF_FIFO,
          TarConstants.LF_PAX_EXTENDED_HEADER_LC,
          TarConstants.LF_GNUTYPE_LONGNAME
        })
    void only_plain_files_are_read(byte kind) throws IOException {
      var entry = new TarArchiveEntry(TEXT, kind);
      rewrite(all -> with(all, 1, new Part(entry, new byte[0])));

      assertThat(verify()).isIn(new Broken(TEXT, Fault.KIND), new Broken(TEXT, Fault.NO_BUNDLE));
    }

    @Test
    void a_file_that_would_run_as_its_owner_is_refused() throws IOException {
      var entry = new TarArchiveEntry(TEXT);
      entry.setMode(0104755);
      rewrite(all -> with(all, 1, new Part(entry, new byte[0])));

      assertThat(verify()).isEqualTo(new Broken(TEXT, Fault.KIND));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "\n",
          "no list\n",
          "E3B0C44298FC1C149AFBF4C8996FB92427AE41E4649B934CA495991B7852B855  docs/a.md\n",
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  docs/a.md",
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855 *docs/a.md\n",
          "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  b\n"
              + "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855  a\n"
        })
    void a_list_that_is_none_is_refused(String text) throws IOException {
      rewrite(all -> with(all.subList(1, 4), 0, Part.of("SHA256SUMS", text)));

      assertThat(verify()).isEqualTo(new Broken("SHA256SUMS", Fault.LIST));
    }

    @Test
    void a_list_that_is_too_large_is_not_read() throws IOException {
      rewrite(all -> List.of(Part.of("SHA256SUMS", "x".repeat(SumList.LARGEST + 1))));

      assertThat(verify()).isEqualTo(new Broken("SHA256SUMS", Fault.TOO_LARGE));
    }

    @Test
    void an_archive_that_is_cut_off_anywhere_is_not_whole() throws IOException {
      var length = Files.size(bundle);
      for (var cut = length - 513; cut > 0; cut -= 511) {
        aBundle();
        try (var file = new RandomAccessFile(bundle.toFile(), "rw")) {
          file.setLength(cut);
        }

        assertThat(verify()).as("cut at %d of %d", cut, length).isInstanceOf(Broken.class);
      }
    }

    @Test
    void something_after_the_end_is_not_passed_over() throws IOException {
      try (var file = new RandomAccessFile(bundle.toFile(), "rw")) {
        file.seek(file.length() + 5000);
        file.writeByte('x');
      }

      assertThat(fault()).isEqualTo(Fault.AFTER_END);
    }

    @Test
    void what_is_no_archive_is_said_to_be_none_and_shown_without_control_characters()
        throws IOException {
      Files.writeString(bundle, "\u001b[2J no archive ".repeat(100));

      assertThat(verify())
          .isInstanceOfSatisfying(
              Broken.class,
              broken -> {
                assertThat(broken.fault()).isEqualTo(Fault.NO_BUNDLE);
                assertThat(broken.name()).startsWith("?[2J?no?archive");
              });
      Files.writeString(bundle, "");
      assertThat(verify()).isEqualTo(new Broken("SHA256SUMS", Fault.NO_BUNDLE));
    }
  }

  private BundleReport verify() throws IOException {
    return BundleVerifier.verify(bundle);
  }

  private Fault fault() throws IOException {
    return ((Broken) verify()).fault();
  }

  private void part(String name, String content) throws IOException {
    var file = folder.resolve("parts").resolve(name);
    Files.createDirectories(folder.resolve("parts/docs"));
    parts.put(name, Files.writeString(file, content));
  }

  private record Part(TarArchiveEntry entry, byte[] content) {

    static Part of(String name, String content) {
      return new Part(new TarArchiveEntry(name, true), content.getBytes(StandardCharsets.UTF_8));
    }

    boolean is(String name) {
      return entry.getName().equals(name);
    }

    Part spoiled() {
      var other = content.clone();
      other[other.length - 1] ^= 1;
      return new Part(entry, other);
    }

    String text() {
      return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public String toString() {
      return entry.getName() + " " + Integer.toOctalString(entry.getMode());
    }
  }

  private static List<Part> with(List<Part> all, int at, Part further) {
    var parts = new ArrayList<>(all);
    parts.add(at, further);
    return parts;
  }

  private List<Part> entries() throws IOException {
    List<Part> all = new ArrayList<>();
    try (var tar =
        new TarArchiveInputStream(new ByteArrayInputStream(Files.readAllBytes(bundle)))) {
      for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        all.add(new Part(entry, tar.readAllBytes()));
      }
    }
    return all;
  }

  /** Writes the archive as it was made, with other parts. */
  private void rewrite(UnaryOperator<List<Part>> change) throws IOException {
    BundleWriter.write(parts, bundle);
    var all = change.apply(entries());
    try (var tar = new TarArchiveOutputStream(Files.newOutputStream(bundle), "UTF-8")) {
      for (var part : all) {
        part.entry().setSize(part.content().length);
        tar.putArchiveEntry(part.entry());
        tar.write(part.content());
        tar.closeArchiveEntry();
      }
    }
  }
}
