package io.caseclock.local.archive;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.caseclock.contract.Sha256;
import io.caseclock.local.StackException;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedArchiveTest {

  private static final String EVENTS = "events.ndjson";

  @TempDir private Path directory;
  private Map<String, String> sent = new LinkedHashMap<>();

  @BeforeEach
  void twoFiles() {
    sent = new LinkedHashMap<>();
    sent.put("about.json", "{}");
    sent.put(EVENTS, "{\"id\":1}\n");
  }

  @Test
  void files_of_each_service_stand_in_its_folder_with_sums_over_all_at_the_end()
      throws IOException {
    var out = new ByteArrayOutputStream();
    try (var joined = new JoinedArchive(out)) {
      assertThat(joined.add("intake", zip(sums()))).isEqualTo(2);
      assertThat(joined.add("monitor", zip(sums()))).isEqualTo(2);
    }

    var read = read(out.toByteArray());
    assertThat(read.keySet())
        .containsExactly(
            "intake/about.json",
            "intake/" + EVENTS,
            "monitor/about.json",
            "monitor/" + EVENTS,
            "SHA256SUMS");
    assertThat(read.get("monitor/" + EVENTS)).isEqualTo("{\"id\":1}\n");
    assertThat(read.get("SHA256SUMS"))
        .hasLineCount(4)
        .contains(sum("{\"id\":1}\n") + "  monitor/" + EVENTS);
  }

  @Test
  void a_service_that_broke_off_is_named() throws IOException {
    refuses(zip(null), "monitor broke off");
  }

  @Test
  void a_file_that_is_not_what_its_sum_says_is_refused() throws IOException {
    var sums = sums();
    sent.put(EVENTS, "{\"id\":2}\n");
    refuses(zip(sums), "not what its SHA256SUMS say");
  }

  @Test
  void a_file_that_no_sum_names_is_refused() throws IOException {
    var sums = sums();
    sent.put("more.ndjson", "");
    refuses(zip(sums), "not what its SHA256SUMS say");
  }

  @ParameterizedTest
  @ValueSource(strings = {"../up", "/root", "a/../b", "a/b/c", "a\\b", ".hidden", "", "a b"})
  void a_name_that_could_lead_elsewhere_is_refused(String name) throws IOException {
    sent.put(name, "x");
    refuses(zip(sums()), "strange name");
  }

  private void refuses(Path archive, String reason) throws IOException {
    try (var joined = new JoinedArchive(new ByteArrayOutputStream())) {
      assertThatExceptionOfType(StackException.class)
          .isThrownBy(() -> joined.add("monitor", archive))
          .withMessageContaining(reason);
    }
  }

  private String sums() {
    var sums = new StringBuilder();
    sent.forEach((name, text) -> sums.append(sum(text)).append("  ").append(name).append('\n'));
    return sums.toString();
  }

  private static String sum(String text) {
    return Sha256.hex(text.getBytes(UTF_8));
  }

  private Path zip(@Nullable String sums) throws IOException {
    var file = Files.createTempFile(directory, "sent", ".zip");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file), UTF_8)) {
      for (var one : sent.entrySet()) {
        zip.putNextEntry(new ZipEntry(one.getKey()));
        zip.write(one.getValue().getBytes(UTF_8));
      }
      if (sums != null) {
        zip.putNextEntry(new ZipEntry("SHA256SUMS"));
        zip.write(sums.getBytes(UTF_8));
      }
    }
    return file;
  }

  private static Map<String, String> read(byte[] zip) throws IOException {
    Map<String, String> files = new LinkedHashMap<>();
    try (var in = new ZipInputStream(new ByteArrayInputStream(zip), UTF_8)) {
      for (var entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        files.put(entry.getName(), new String(in.readAllBytes(), UTF_8));
      }
    }
    return files;
  }
}
