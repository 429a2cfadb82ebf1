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
import java.util.Arrays;
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
  private static final String CASE = "A9900000000000001";

  @TempDir private Path directory;
  private Map<String, String> sent = new LinkedHashMap<>();

  @BeforeEach
  void twoFiles() {
    sent = new LinkedHashMap<>();
    sent.put("about.json", about("case-intake-service", CASE));
    sent.put(EVENTS, "{\"id\":1}\n");
  }

  @Test
  void files_of_each_service_stand_in_its_folder_with_sums_over_all_at_the_end()
      throws IOException {
    var out = new ByteArrayOutputStream();
    try (var joined = new JoinedArchive(out)) {
      assertThat(joined.add("http://one.example", CASE, zip(sums()))).isEqualTo(2);
      sent.put("about.json", about("deadline-monitor-service", CASE));
      assertThat(joined.add("http://two.example", CASE, zip(sums()))).isEqualTo(2);
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
  void what_was_cut_off_after_its_sums_is_refused() throws IOException {
    var whole = Files.readAllBytes(zip(sums()));
    refuses(
        Files.write(directory.resolve("cut.zip"), Arrays.copyOf(whole, whole.length - 30)),
        "broke off, or is none");
  }

  @Test
  void what_is_of_another_case_is_refused() throws IOException {
    sent.put("about.json", about("case-intake-service", "A9900000000000002"));
    refuses(zip(sums()), "not of this case");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "[]", "nothing", ""})
  void what_does_not_say_what_it_is_is_refused(String about) throws IOException {
    sent.put("about.json", about);
    refuses(zip(sums()), "The archive of monitor ");
  }

  @Test
  void a_service_that_was_asked_already_is_refused() throws IOException {
    try (var joined = new JoinedArchive(new ByteArrayOutputStream())) {
      joined.add("http://one.example", CASE, zip(sums()));
      assertThatExceptionOfType(StackException.class)
          .isThrownBy(() -> joined.add("http://two.example", CASE, zip(sums())))
          .withMessage("http://two.example is intake, which was asked already.");
    }
  }

  private static String about(String service, String caseId) {
    return "{\"caseId\":\"%s\",\"service\":\"%s\"}".formatted(caseId, service);
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
          .isThrownBy(() -> joined.add("monitor", CASE, archive))
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
