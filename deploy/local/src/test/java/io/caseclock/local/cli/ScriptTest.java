package io.caseclock.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The script {@code caseclock} in a repository that is not built, with a JDK that only speaks. */
class ScriptTest {

  @TempDir Path folder;

  private Path repository;
  private Path jdk;

  @BeforeEach
  void aRepository() throws IOException {
    repository = folder.resolve("a repository");
    jdk = folder.resolve("jdk");
    copy("caseclock");
    try (var texts = Files.list(Path.of("help"))) {
      for (var text : texts.toList()) {
        copy("deploy/local/help/" + text.getFileName());
      }
    }
    command(
        "javac",
        """
        for name in JAVA_TOOL_OPTIONS _JAVA_OPTIONS JDK_JAVA_OPTIONS JDK_JAVAC_OPTIONS; do
          value="$(printenv $name)" && { echo "Picked up $name: $value" >&2; echo "NOTE: Picked up $name"; }
        done
        echo 'javac 25.0.1'
        """);
    command("java", "echo \"this JDK runs $*\"\n");
  }

  @Test
  void whether_somebody_looks_on_is_told_to_the_command() throws Exception {
    Files.createDirectories(repository.resolve("deploy/local/target"));
    Files.createFile(repository.resolve("deploy/local/target/local-stack.jar"));

    assertThat(run(Map.of(), "status").said()).contains("-Dcaseclock.terminal=false");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"JAVA_TOOL_OPTIONS", "_JAVA_OPTIONS", "JDK_JAVA_OPTIONS", "JDK_JAVAC_OPTIONS"})
  void options_for_every_jvm_do_not_hide_the_jdk(String variable) throws Exception {
    Files.createDirectories(repository.resolve("deploy/local/target"));
    Files.createFile(repository.resolve("deploy/local/target/local-stack.jar"));

    var run = run(Map.of(variable, "-Dx=1"), "status");

    assertThat(run.said()).contains("this JDK runs").endsWith("local-stack.jar status\n");
    assertThat(run.exit()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "up --help, caseclock up",
    "up --fresh -h, caseclock up",
    "load --help, caseclock load",
    "token -h, caseclock token",
    "certify --help, caseclock certify",
    "pack --help, caseclock pack",
    "pack check --help, caseclock pack check",
    "help pack impact, caseclock pack impact",
    "help audit, caseclock audit",
    "audit verify --help, caseclock audit verify",
    "dead-letters --help, caseclock dead-letters",
    "dead-letters show --help, caseclock dead-letters show",
    "help dead-letters dismiss, caseclock dead-letters dismiss",
    "hold --help, caseclock hold",
    "help release, caseclock release",
    "rebuild --help, caseclock rebuild",
    "rebuild statistics --help, caseclock rebuild statistics",
    "help rebuild statistics, caseclock rebuild statistics",
    "images --help, caseclock images",
    "bundle --help, caseclock bundle",
    "bundle verify --help, caseclock bundle verify",
    "help bundle verify, caseclock bundle verify",
    "test --help, caseclock test",
    "bench --help, caseclock bench"
  })
  void every_command_tells_its_options_before_anything_is_built(String command, String usage)
      throws Exception {
    var run = run(Map.of(), command.split(" "));

    assertThat(run.said()).startsWith("Usage: " + usage);
    assertThat(run.exit()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "nonsense, unknown command: nonsense",
    "nonsense --help, unknown command: nonsense",
    "help nonsense, unknown command: nonsense",
    "help ../up, unknown command: ../up",
    "help up down, too many arguments: down"
  })
  void what_it_does_not_know_is_refused(String command, String reason) throws Exception {
    var run = run(Map.of(), command.split(" "));

    assertThat(run.said()).contains(reason);
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void a_command_that_needs_the_launcher_says_that_nothing_is_built() throws Exception {
    var run = run(Map.of(), "down");

    assertThat(run.said()).contains("nothing is built yet");
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void images_have_a_launcher_of_their_own_which_is_built_first() throws Exception {
    script(
        repository.resolve("mvnw"),
        "mkdir -p deploy/images/target && : >deploy/images/target/images.jar\n");

    var run = run(Map.of(), "bundle", "verify", "a bundle.tar");

    assertThat(run.said())
        .startsWith("Building ... done")
        .endsWith("deploy/images/target/images.jar bundle verify a bundle.tar\n");
    assertThat(run.exit()).isZero();
  }

  @Test
  void the_tests_of_a_run_are_added_up_as_their_reports_list_them() throws Exception {
    report("one/target/surefire-reports/TEST-Before.xml", "<testcase name=\"of_an_earlier_run\"/>");
    script(
        repository.resolve("mvnw"),
        """
        cd "$(dirname "$0")"
        mkdir -p one/target/surefire-reports two/target/failsafe-reports empty/target
        echo 'Tests run: 6, Failures: 1, Errors: 1, Skipped: 1'
        cat >one/target/surefire-reports/TEST-Nested.xml <<'XML'
        <?xml version="1.0" encoding="UTF-8"?>
        <testsuite name="Nested" time="0.1" tests="0" errors="0" skipped="0" failures="0">
          <testcase name="case(int)[1]" classname="Nested$Inner" time="0.01"/>
          <testcase name="case(int)[2]" classname="Nested$Inner" time="0.01">
            <failure message="no" type="AssertionError"><![CDATA[expected:
          <testcase name="that was only printed"/>
          <error>]]></failure>
            <system-out><![CDATA[  <testcase name="printed, too"/>]]></system-out>
          </testcase>
        </testsuite>
        XML
        cat >one/target/surefire-reports/TEST-Plain.xml <<'XML'
        <testsuite name="Plain" time="0.1" tests="2" errors="0" skipped="1" failures="0">
          <testcase name="a" classname="Plain" time="0.01"/>
          <testcase name="b" classname="Plain" time="0.01">
            <skipped message="not here"/>
          </testcase>
        </testsuite>
        XML
        cat >two/target/failsafe-reports/TEST-StoryIT.xml <<'XML'
        <testsuite name="StoryIT" time="9" tests="2" errors="1" skipped="0" failures="0">
          <testcase name="a" classname="StoryIT" time="1"/>
          <testcase name="b" classname="StoryIT" time="1">
            <error message="no connection" type="IllegalStateException"><![CDATA[broken]]></error>
          </testcase>
        </testsuite>
        XML
        echo '<testsuite name="None" tests="0"></testsuite>' >one/target/surefire-reports/TEST-None.xml
        exit 1
        """);

    var run = run(Map.of(), "test");

    assertThat(run.said())
        .isEqualTo(
            """
            Tests run: 6, Failures: 1, Errors: 1, Skipped: 1
            Went wrong: Nested$Inner.case(int)[2]: no
            Went wrong: StoryIT.b: no connection
            All in all: 6 tests in 3 classes, 1 failures, 1 errors, 1 skipped
            """);
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void faults_run_in_full_and_further_options_go_to_maven() throws Exception {
    script(repository.resolve("mvnw"), "echo \"$*\"\n");

    var run = run(Map.of(), "test", "--faults", "-o");

    assertThat(run.said())
        .startsWith("-B verify -T 3 -Dcaseclock.faults=full ")
        .contains(
            " -Dit.test=FaultsIT,FullDiskIT,ThreeBrokersIT,PoisonedRecordsIT,RestoreIT,LostSchemaIT"
                + " ",
            " -pl deploy/e2e -am -o\n");
  }

  @Test
  void an_upgrade_is_tried_from_an_older_version_that_is_built_once() throws Exception {
    script(repository.resolve("mvnw"), "echo \"$PWD: $*\"\n");
    Files.createDirectories(repository.resolve("case-intake-service"));
    Files.createFile(repository.resolve("case-intake-service/pom.xml"));
    var commit = committed();
    var older = repository.toRealPath().resolve(".caseclock/upgrade").resolve(commit);

    var first = run(Map.of(), "test", "--upgrade", "HEAD", "-o");
    script(older.resolve("mvnw"), "exit 1\n");
    var second = run(Map.of(), "test", "--upgrade", commit, "-o");

    assertThat(older.resolveSibling(commit + ".log"))
        .content()
        .isEqualTo(
            older
                + ": -q -B -DskipTests -Dspotless.check.skip=true"
                + " -pl case-intake-service -am package\n");
    assertThat(first.said()).startsWith("Building " + commit);
    assertThat(second.said())
        .doesNotContain("Building")
        .contains(
            ": -B verify -T 3 -Dcaseclock.faults=full -Dcaseclock.upgrade.from=" + older + " ",
            " -Dit.test=UpgradeIT ",
            " -pl deploy/e2e -am -o\n");
    assertThat(second.exit()).isZero();
  }

  @Test
  void an_older_version_that_cannot_be_built_is_no_upgrade() throws Exception {
    script(repository.resolve("mvnw"), "echo 'does not compile'\nexit 1\n");
    committed();

    for (var round = 0; round < 2; round++) {
      var run = run(Map.of(), "test", "--upgrade", "HEAD");

      assertThat(run.said()).contains("does not compile", "cannot be built", ".log");
      assertThat(run.exit()).isEqualTo(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "test --upgrade, needs a commit or a tag",
    "test --upgrade -o, needs a commit or a tag",
    "test --upgrade nowhere, no commit or tag of this repository: nowhere"
  })
  void an_upgrade_needs_a_version_to_begin_with(String command, String reason) throws Exception {
    script(repository.resolve("mvnw"), "echo \"$*\"\n");
    committed();

    var run = run(Map.of(), command.split(" "));

    assertThat(run.said()).contains(reason).doesNotContain("verify");
    assertThat(run.exit()).isEqualTo(1);
  }

  @Test
  void a_run_without_tests_adds_up_to_none() throws Exception {
    script(repository.resolve("mvnw"), "exit 0\n");

    var run = run(Map.of(), "test");

    assertThat(run.said())
        .isEqualTo("All in all: 0 tests in 0 classes, 0 failures, 0 errors, 0 skipped\n");
    assertThat(run.exit()).isZero();
  }

  @Test
  void the_tests_with_a_real_provider_are_asked_for_by_name() throws Exception {
    script(repository.resolve("mvnw"), "echo \"$@\"\n");

    assertThat(run(Map.of(), "test", "--keycloak", "-pl", "deploy/e2e").said())
        .startsWith("-B verify -T 3 -Pkeycloak -pl deploy/e2e\n");
    assertThat(run(Map.of(), "test", "-pl", "deploy/e2e").said())
        .startsWith("-B verify -T 3 -pl deploy/e2e\n");
  }

  @Test
  void whoever_names_a_number_of_threads_has_it() throws Exception {
    script(repository.resolve("mvnw"), "echo \"$@\"\n");

    assertThat(run(Map.of(), "test", "-T", "1").said()).startsWith("-B verify -T 1\n");
    assertThat(run(Map.of(), "test", "--threads=4").said()).startsWith("-B verify --threads=4\n");
  }

  /** Makes the folder a repository of git and returns its only commit. */
  private String committed() throws Exception {
    Files.writeString(repository.resolve(".gitignore"), ".caseclock/\n");
    git("init", "-q");
    git("add", ".");
    git("-c", "user.name=Example", "-c", "user.email=a@example.org", "commit", "-q", "-m", "one");
    return git("rev-parse", "HEAD").strip();
  }

  private String git(String... arguments) throws Exception {
    List<String> command = new ArrayList<>(List.of("git", "-C", repository.toString()));
    command.addAll(List.of(arguments));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(said).isZero();
    return said;
  }

  private void report(String file, String content) throws IOException {
    var report = repository.resolve(file);
    Files.createDirectories(Objects.requireNonNull(report.getParent()));
    Files.writeString(report, content);
    Files.setLastModifiedTime(report, FileTime.fromMillis(0));
  }

  private record Run(int exit, String said) {}

  private Run run(Map<String, String> environment, String... arguments) throws Exception {
    List<String> command =
        new ArrayList<>(List.of("bash", repository.resolve("caseclock").toString()));
    command.addAll(List.of(arguments));
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().keySet().removeIf(name -> name.contains("JAVA"));
    builder.environment().put("JAVA_HOME", jdk.toString());
    builder.environment().putAll(environment);
    var process = builder.start();
    var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Run(process.waitFor(), said);
  }

  private void copy(String file) throws IOException {
    var copy = repository.resolve(file);
    Files.createDirectories(Objects.requireNonNull(copy.getParent()));
    Files.copy(Path.of("..", "..").resolve(file), copy);
  }

  private void command(String name, String text) throws IOException {
    script(jdk.resolve("bin").resolve(name), text);
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(Objects.requireNonNull(file.getParent()));
    Files.writeString(file, "#!/bin/sh\n" + text);
    assertThat(file.toFile().setExecutable(true)).isTrue();
  }
}
