package io.caseclock.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassArchivesTest {

  private static final int LONGEST_SECONDS = 60;

  @TempDir Path folder;

  private Path program;
  private ClassArchives archives;

  @BeforeEach
  void aProgram() throws IOException {
    program = Files.createFile(folder.resolve("program.jar"));
    Files.setLastModifiedTime(program, FileTime.fromMillis(1_000));
    archives = new ClassArchives(folder.resolve("classes"));
  }

  @Test
  void what_one_run_leaves_the_next_one_starts_from() throws Exception {
    assertThat(run(archives.options("tiny", program))).isZero();
    archives.keep("tiny");

    var options = archives.options("tiny", program);

    assertThat(options).containsExactly("-XX:SharedArchiveFile=" + file("tiny.jsa"));
    assertThat(run(options)).isZero();
  }

  @Test
  void a_new_build_makes_its_own() throws IOException {
    write("tiny.jsa", new byte[] {1, 1, 1, 1});
    Files.setLastModifiedTime(program, FileTime.fromMillis(Long.MAX_VALUE / 2));

    assertThat(archives.options("tiny", program))
        .containsExactly("-XX:ArchiveClassesAtExit=" + file("tiny.unfinished"));
  }

  @Test
  void one_that_was_broken_off_is_not_used_and_not_tried_again() throws IOException {
    write("tiny.unfinished", new byte[4_096]);

    assertThat(archives.options("tiny", program)).isEmpty();
    assertThat(file("tiny.jsa")).doesNotExist();
  }

  @Test
  void a_process_that_was_killed_before_it_made_one_is_not_asked_again() {
    assertThat(archives.options("tiny", program)).isNotEmpty();

    assertThat(archives.options("tiny", program)).isEmpty();
  }

  @Test
  void one_whose_owner_could_not_keep_it_is_kept_at_the_next_start() throws IOException {
    write("tiny.unfinished", new byte[] {1, 1, 1, 1});

    assertThat(archives.options("tiny", program))
        .containsExactly("-XX:SharedArchiveFile=" + file("tiny.jsa"));
  }

  @Test
  void where_nothing_can_be_written_a_process_starts_without() throws IOException {
    Files.createFile(folder.resolve("classes"));

    assertThat(archives.options("tiny", program)).isEmpty();
  }

  private Path file(String name) {
    return folder.resolve("classes").resolve(name);
  }

  private void write(String name, byte[] content) throws IOException {
    Files.createDirectories(folder.resolve("classes"));
    Files.write(file(name), content);
  }

  /** Runs a JVM that says its version. */
  private static int run(List<String> options) throws Exception {
    List<String> command =
        new ArrayList<>(
            List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
    command.addAll(options);
    command.add("-version");
    var process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor(LONGEST_SECONDS, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }
}
