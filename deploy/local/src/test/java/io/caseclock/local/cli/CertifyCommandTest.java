package io.caseclock.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import io.caseclock.local.certify.OddInstallation;
import io.caseclock.local.certify.OddInstallation.Asked;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CertifyCommandTest {

  private static final String SECRET = "s3cret";

  @TempDir Path directory;

  private final PrintStream usual = System.out;
  private final PrintStream usualErrors = System.err;
  private final ByteArrayOutputStream said = new ByteArrayOutputStream();

  @BeforeEach
  void listen() {
    var out = new PrintStream(said, true, StandardCharsets.UTF_8);
    System.setOut(out);
    System.setErr(out);
  }

  @AfterEach
  void listenNoMore() {
    System.setOut(usual);
    System.setErr(usualErrors);
  }

  @Test
  void the_local_stacks_own_token_goes_to_no_other_machine() {
    assertThat(CaseClockCli.run("certify", "--unit", "9901", "--monitor", "https://m.example"))
        .isEqualTo(1);

    assertThat(text()).contains("--token-file FILE");
  }

  @Test
  void a_wrong_installation_does_not_pass_and_is_told_why() throws IOException {
    try (var odd = OddInstallation.answering(202, "{\"status\": \"fine\"}")) {
      var ended = certify(odd.address().toString(), SECRET, "--unit", "9901");

      assertThat(ended).isEqualTo(1);
      assertThat(text())
          .contains(
              "FAILED first-case/filed",
              "应为 expected: 202, /status = accepted",
              "实为 came:     202 {\"status\":\"fine\"}",
              "docs/integration.md#a-first-case",
              "What only the monitor can tell was left out.",
              "No --other-unit was named",
              "未通过",
              "Not passed")
          .doesNotContain(SECRET);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost:8081",
        "ftp://intake.example/",
        "https://intake.example/api",
        "https://user@intake.example/",
        "https://intake.example/?a=b"
      })
  void what_is_no_address_of_a_service_is_refused(String url) throws IOException {
    assertThat(certify(url, SECRET, "--unit", "9901")).isEqualTo(1);
    assertThat(text()).contains("Not an address such as");
  }

  @Test
  void a_token_that_is_none_is_refused_and_not_shown() throws IOException {
    assertThat(certify("http://127.0.0.1:1/", SECRET + "\nmore", "--unit", "9901")).isEqualTo(1);
    assertThat(text()).contains("The token is not one word").doesNotContain(SECRET);
  }

  @Test
  void an_api_key_is_taken_where_the_monitor_is_not_asked() throws IOException {
    try (var odd = OddInstallation.answering(202, "{\"status\": \"fine\"}")) {
      certify(odd.address().toString(), "ApiKey " + SECRET, "--unit", "9901");

      assertThat(odd.asked())
          .extracting(Asked::authorization)
          .contains("ApiKey " + SECRET)
          .doesNotContain("Bearer " + SECRET);
      assertThat(text()).contains("Not passed").doesNotContain(SECRET);
    }
  }

  @Test
  void an_api_key_tells_nothing_of_effects() throws IOException {
    var file = Files.writeString(directory.resolve("key"), "ApiKey " + SECRET);

    assertThat(
            CaseClockCli.run(
                "certify",
                "http://127.0.0.1:1/",
                "--unit",
                "9901",
                "--token-file",
                file.toString()))
        .isEqualTo(1);
    assertThat(text())
        .contains("请加 --without-effects", "add --without-effects")
        .doesNotContain(SECRET, "FAILED");
  }

  @Test
  void elsewhere_the_unit_has_to_be_named() throws IOException {
    assertThat(certify("http://127.0.0.1:1/", SECRET)).isEqualTo(1);
    assertThat(text()).contains("--unit UNIT");
  }

  @Test
  void all_that_is_missing_is_told_at_once() {
    assumeThat(System.getenv("CASECLOCK_TOKEN")).isNull();
    assertThat(CaseClockCli.run("certify", "http://127.0.0.1:1/")).isEqualTo(1);
    assertThat(text()).contains("--unit UNIT", "--token-file FILE", "leave URL out");
  }

  @Test
  void where_nobody_listens_nothing_is_played() throws IOException {
    assertThat(certify("http://127.0.0.1:1/", SECRET, "--unit", "9901")).isEqualTo(1);
    assertThat(text())
        .contains("无法连接", "Nobody answers at http://127.0.0.1:1/", "ConnectException")
        .doesNotContain("FAILED");
  }

  @Test
  void a_monitor_that_nobody_runs_is_noticed_before_anything_is_sent() throws IOException {
    try (var odd = OddInstallation.answering(202, "{\"status\": \"fine\"}")) {
      var file = Files.writeString(directory.resolve("token"), SECRET);
      var ended =
          CaseClockCli.run(
              "certify",
              odd.address().toString(),
              "--unit",
              "9901",
              "--monitor",
              "http://127.0.0.1:1/",
              "--token-file",
              file.toString());

      assertThat(ended).isEqualTo(1);
      assertThat(text()).contains("Nobody answers at http://127.0.0.1:1/");
      assertThat(odd.asked()).isEmpty();
    }
  }

  @Test
  void why_no_answer_came_is_told_once() throws IOException {
    try (var odd = OddInstallation.hangingUp()) {
      certify(odd.address().toString(), SECRET, "--unit", "9901");
    }

    assertThat(text().lines().filter(line -> line.contains("no answer, as above"))).isNotEmpty();
    assertThat(text().lines().filter(line -> line.contains("came:     no answer"))).hasSize(1);
  }

  private int certify(String url, String token, String... more) throws IOException {
    var file = Files.writeString(directory.resolve("token"), token + "\n");
    var arguments = new ArrayList<String>();
    arguments.addAll(List.of("certify", url, "--token-file", file.toString()));
    arguments.add("--without-effects");
    arguments.addAll(List.of(more));
    return CaseClockCli.run(arguments.toArray(String[]::new));
  }

  private String text() {
    return said.toString(StandardCharsets.UTF_8);
  }
}
