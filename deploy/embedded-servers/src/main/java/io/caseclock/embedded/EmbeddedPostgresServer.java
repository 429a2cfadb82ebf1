package io.caseclock.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * A PostgreSQL of one's own on the loopback address, behind a password. It is either ephemeral (its
 * data lives in a temporary directory and goes with {@link #close()}, and it does not wait for the
 * disk) or persistent (the data directory stays, {@code fsync} and {@code synchronous_commit} are
 * on).
 *
 * <p>The server is a process of its own and outlives a launcher that is killed; the next start on
 * the same data directory stops such an orphan before it begins, see {@link #stoppedAnOrphan()}.
 */
public final class EmbeddedPostgresServer implements AutoCloseable {

  public static final String SUPERUSER = "postgres";

  private static final Duration LONGEST_START = Duration.ofSeconds(30);

  private final PostgresDataDirectory data;
  private final PostgresCommand command;
  private final PostgresSettings settings;
  private final @Nullable Path removedAtClose;
  private boolean stoppedAnOrphan;
  private @Nullable OrphanGuard guard;

  private EmbeddedPostgresServer(
      Path root, PostgresSettings settings, @Nullable Path removedAtClose) {
    this.command = new PostgresCommand(PostgresBinaries.unpacked());
    this.data = new PostgresDataDirectory(root, command);
    this.settings = settings;
    this.removedAtClose = removedAtClose;
  }

  /** Starts a server whose data is gone when it is closed, or when this JVM dies. */
  public static EmbeddedPostgresServer ephemeral() {
    try {
      var root = Files.createTempDirectory("caseclock-postgres-");
      var settings = new PostgresSettings(FreePort.any(), SUPERUSER, false);
      var server = new EmbeddedPostgresServer(root, settings, root).started();
      server.guard = OrphanGuard.watching(server.postmaster().pid(), "INT", root);
      return server;
    } catch (IOException e) {
      throw new EmbeddedServerException("No temporary directory: " + e.getMessage(), e);
    }
  }

  /**
   * Starts a server on a directory that stays.
   *
   * @param root holds {@code data} and {@code postgres.log}; made where it is absent
   * @param port 0 for any free one
   * @param superuserPassword taken when the directory is made, and needed again ever after
   */
  public static EmbeddedPostgresServer persistent(Path root, int port, String superuserPassword) {
    return kept(root, port, superuserPassword, true);
  }

  /**
   * Starts a server on a directory that stays; one that is not durable loses nothing when its
   * processes end, but what the system has not written when that ends.
   */
  public static EmbeddedPostgresServer kept(
      Path root, int port, String superuserPassword, boolean durable) {
    var chosen = port == 0 ? FreePort.any() : port;
    var settings = new PostgresSettings(chosen, superuserPassword, durable);
    return new EmbeddedPostgresServer(root.toAbsolutePath(), settings, null).started();
  }

  /**
   * Stops the server that an earlier, killed launcher left on the directory.
   *
   * @return whether there was one
   */
  public static boolean stopOrphan(Path root) {
    if (PostmasterFile.read(root.resolve("data")).flatMap(PostmasterFile::postmaster).isEmpty()) {
      return false;
    }
    new EmbeddedPostgresServer(root, new PostgresSettings(0, "", true), null).stop();
    return true;
  }

  public int port() {
    return settings.port();
  }

  /** Returns a JDBC address without credentials. */
  public String jdbcUrl(String database) {
    return "jdbc:postgresql://127.0.0.1:" + settings.port() + "/" + database;
  }

  /** Returns connections of the superuser, one new one each time. */
  public DataSource superuser(String database) {
    var source = new PGSimpleDataSource();
    source.setUrl(jdbcUrl(database));
    source.setUser(SUPERUSER);
    source.setPassword(settings.superuserPassword());
    return source;
  }

  public String superuserPassword() {
    return settings.superuserPassword();
  }

  public Path log() {
    return data.log();
  }

  /**
   * Returns whether the start found a server that an earlier, killed launcher had left on the data.
   */
  public boolean stoppedAnOrphan() {
    return stoppedAnOrphan;
  }

  public boolean isAlive() {
    return running().isPresent();
  }

  /** Returns the postmaster, for a look at its memory or for a {@code kill -9}. */
  public ProcessHandle postmaster() {
    return running().orElseThrow(() -> new EmbeddedServerException("PostgreSQL is not running."));
  }

  /** Ends the postmaster as a power cut would, and waits until its sessions are gone too. */
  public void kill() {
    var postmaster = postmaster();
    var sessions = postmaster.descendants().toList();
    postmaster.destroyForcibly();
    awaitEnd(postmaster);
    sessions.forEach(EmbeddedPostgresServer::awaitEnd);
  }

  /** Starts again on the same data and port, whether it was stopped, killed, or never noticed. */
  public void restart() {
    stop();
    started();
    if (removedAtClose != null) {
      closeGuard();
      guard = OrphanGuard.watching(postmaster().pid(), "INT", removedAtClose);
    }
  }

  /** Stops the server: open transactions are rolled back, what was committed is on the disk. */
  public void stop() {
    running().ifPresent(postmaster -> stop(postmaster));
  }

  @Override
  public void close() {
    stop();
    closeGuard();
    if (removedAtClose != null) {
      FileTree.delete(removedAtClose);
    }
  }

  private EmbeddedPostgresServer started() {
    running().ifPresent(this::stopOrphan);
    if (FreePort.isTaken(settings.port())) {
      throw new EmbeddedServerException(
          "Port " + settings.port() + " for PostgreSQL is taken by another program.");
    }
    data.prepare(settings);
    var giveUp = System.nanoTime() + LONGEST_START.toNanos();
    var outcome = attempt();
    while (!outcome.isSuccess() && System.nanoTime() < giveUp && data.awaitsOldSessions()) {
      outcome = attempt();
    }
    if (!outcome.isSuccess()) {
      throw new EmbeddedServerException(
          "PostgreSQL does not start on " + data.path() + ".\n" + data.lastLogLines());
    }
    return this;
  }

  private PostgresCommand.Outcome attempt() {
    data.truncateLog();
    return command.run(
        "pg_ctl",
        List.of(
            "-D", data.path().toString(),
            "-l", data.log().toString(),
            "-o", settings.asOptions(),
            "-t", Long.toString(LONGEST_START.toSeconds()),
            "-w", "start"));
  }

  private Optional<ProcessHandle> running() {
    return PostmasterFile.read(data.path()).flatMap(PostmasterFile::postmaster);
  }

  private void stopOrphan(ProcessHandle orphan) {
    stop(orphan);
    stoppedAnOrphan = true;
  }

  private void stop(ProcessHandle postmaster) {
    var outcome =
        command.run(
            "pg_ctl",
            List.of("-D", data.path().toString(), "-m", "fast", "-t", "30", "-w", "stop"));
    if (!outcome.isSuccess() && RunningProcess.isRunning(postmaster)) {
      throw new EmbeddedServerException(
          "PostgreSQL (pid " + postmaster.pid() + ") does not stop: " + outcome.output().strip());
    }
  }

  private void closeGuard() {
    if (guard != null) {
      guard.dismiss();
      guard = null;
    }
  }

  private static void awaitEnd(ProcessHandle process) {
    if (!RunningProcess.awaitEnd(process, LONGEST_START)) {
      throw new EmbeddedServerException("process " + process.pid() + " does not end");
    }
  }
}
