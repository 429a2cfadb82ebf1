package io.caseclock.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * The files of one server. The data directory is made beside its place and renamed when it is
 * whole, so that one found half-written is damaged and never merely unfinished.
 */
final class PostgresDataDirectory {

  private static final int LOG_LINES_SHOWN = 8;

  private final Path root;
  private final PostgresCommand command;

  PostgresDataDirectory(Path root, PostgresCommand command) {
    this.root = root;
    this.command = command;
  }

  Path path() {
    return root.resolve("data");
  }

  Path log() {
    return root.resolve("postgres.log");
  }

  /** Makes the directory where it is absent; refuses one that no server of this version can use. */
  void prepare(PostgresSettings settings) {
    try {
      if (Files.isDirectory(path())) {
        checkWhole();
        forgetDeadPostmaster();
      } else {
        create(settings);
      }
    } catch (IOException e) {
      throw new EmbeddedServerException(
          "The data directory " + path() + " cannot be used: " + e.getMessage(), e);
    }
  }

  void truncateLog() {
    try {
      Files.writeString(log(), "");
    } catch (IOException e) {
      throw new EmbeddedServerException("The log " + log() + " cannot be written", e);
    }
  }

  /** Returns whether the last start failed only because sessions of a killed server still end. */
  boolean awaitsOldSessions() {
    return readLog().stream().anyMatch(line -> line.contains("is still in use"));
  }

  String lastLogLines() {
    var lines = readLog();
    return String.join(
        "\n", lines.subList(Math.max(0, lines.size() - LOG_LINES_SHOWN), lines.size()));
  }

  private List<String> readLog() {
    try {
      return Files.readAllLines(log(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return List.of();
    }
  }

  private void checkWhole() throws IOException {
    for (var needed : List.of("PG_VERSION", "postgresql.conf", "global/pg_control", "pg_wal")) {
      if (!Files.exists(path().resolve(needed))) {
        throw new EmbeddedServerException(
            "The data directory " + path() + " is half-written (" + needed + " is missing).");
      }
    }
    var version = Files.readString(path().resolve("PG_VERSION")).strip();
    if (!version.equals(PostgresBinaries.MAJOR_VERSION)) {
      throw new EmbeddedServerException(
          "The data directory %s was made by PostgreSQL %s, and this is PostgreSQL %s."
              .formatted(path(), version, PostgresBinaries.MAJOR_VERSION));
    }
  }

  /**
   * The number of a killed postmaster may belong to somebody else by now; the server would refuse.
   */
  private void forgetDeadPostmaster() throws IOException {
    if (PostmasterFile.read(path()).flatMap(PostmasterFile::postmaster).isEmpty()) {
      Files.deleteIfExists(PostmasterFile.in(path()));
    }
  }

  private void create(PostgresSettings settings) throws IOException {
    Files.createDirectories(root);
    var half = root.resolve("data.half");
    FileTree.delete(half);
    var passwordFile = Files.createTempFile(root, "password-", ".tmp");
    try {
      Files.writeString(passwordFile, settings.superuserPassword() + "\n");
      var outcome =
          command.run(
              "initdb",
              List.of(
                  "-D",
                  half.toString(),
                  "-U",
                  EmbeddedPostgresServer.SUPERUSER,
                  "-A",
                  "scram-sha-256",
                  "--pwfile=" + passwordFile,
                  "--set=scram_iterations=" + settings.scramIterations(),
                  "--encoding=UTF8",
                  "--locale=C",
                  "--locale-provider=builtin",
                  "--builtin-locale=C.UTF-8",
                  "--no-instructions"));
      if (!outcome.isSuccess()) {
        throw new EmbeddedServerException(
            "PostgreSQL cannot make its data directory in " + root + ".\n" + outcome.output());
      }
      Files.move(half, path(), StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(passwordFile);
    }
  }
}
