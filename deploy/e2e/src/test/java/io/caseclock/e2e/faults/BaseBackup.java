package io.caseclock.e2e.faults;

import io.caseclock.embedded.EmbeddedPostgresServer;
import io.caseclock.embedded.FileTree;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Objects;
import java.util.Set;

/**
 * A base backup of a running server by PostgreSQL's own functions, with the log that it needs: what
 * {@code pg_basebackup} makes, which the embedded server comes without.
 *
 * @param folder holds a data directory
 */
record BaseBackup(Path folder) {

  private static final String LOG = "pg_wal";
  private static final Set<String> NOT_COPIED = Set.of("postmaster.pid", "postmaster.opts", LOG);

  /** Makes one while others read and write. */
  static BaseBackup of(EmbeddedPostgresServer server, Path folder) {
    var data = dataOf(server);
    try (var session = server.superuser("postgres").getConnection()) {
      ask(session, "select pg_backup_start('rehearsal', true)");
      copy(data, folder, NOT_COPIED);
      var label = ask(session, "select labelfile from pg_backup_stop(false)");
      Files.writeString(folder.resolve("backup_label"), label);
      copy(data.resolve(LOG), folder.resolve(LOG), Set.of());
      return new BaseBackup(folder);
    } catch (SQLException | IOException e) {
      throw new AssertionError("no backup could be made", e);
    }
  }

  /** Puts it in the place of all that a stopped server had. */
  void inPlaceOf(EmbeddedPostgresServer server) {
    var data = dataOf(server);
    FileTree.delete(data);
    try {
      copy(folder, data, Set.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path dataOf(EmbeddedPostgresServer server) {
    return Objects.requireNonNull(server.log().getParent()).resolve("data");
  }

  private static String ask(Connection session, String question) throws SQLException {
    try (var statement = session.createStatement();
        var rows = statement.executeQuery(question)) {
      rows.next();
      return Objects.requireNonNullElse(rows.getString(1), "");
    }
  }

  /** What vanishes meanwhile is in the log. */
  private static void copy(Path from, Path to, Set<String> leftOut) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes)
              throws IOException {
            copy(folder);
            return isLeftOut(folder) ? FileVisitResult.SKIP_SUBTREE : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            if (!isLeftOut(file)) {
              copy(file);
            }
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
            if (e instanceof NoSuchFileException) {
              return FileVisitResult.CONTINUE;
            }
            throw e;
          }

          private boolean isLeftOut(Path path) {
            return leftOut.contains(from.relativize(path).toString());
          }

          private void copy(Path path) throws IOException {
            var target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path) && Files.isDirectory(target)) {
              return;
            }
            try {
              Files.copy(path, target, StandardCopyOption.COPY_ATTRIBUTES);
            } catch (NoSuchFileException e) {
              if (Files.exists(path)) {
                throw e;
              }
            }
          }
        });
  }
}
