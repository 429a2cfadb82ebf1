package io.caseclock.bench.stack;

import io.caseclock.embedded.EmbeddedPostgresServer;
import io.caseclock.embedded.FileTree;
import io.caseclock.local.LocalStack;
import io.caseclock.local.ProgressListener;
import io.caseclock.local.ServiceKind;
import io.caseclock.local.StackOptions;
import io.caseclock.local.StackPorts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.UnaryOperator;
import org.postgresql.ds.PGSimpleDataSource;

/**
 * The suite as the local stack starts it, on free ports, in a directory of its own. Its data goes
 * with {@link #close()}, also where somebody presses Ctrl-C: it would fill the disk sooner or
 * later.
 */
public final class PassingStack implements AutoCloseable {

  /** The database that holds the schemas of all services. */
  public static final String DATABASE = "caseclock";

  private final LocalStack stack;
  private final Thread atTheEnd = new Thread(this::remove);

  private PassingStack(LocalStack stack) {
    this.stack = stack;
  }

  /**
   * Starts it, or leaves nothing behind.
   *
   * @param how what is to be otherwise than in the usual local stack
   */
  public static PassingStack start(
      String name, UnaryOperator<StackOptions> how, ProgressListener progress) throws IOException {
    var options =
        StackOptions.in(Path.of(System.getProperty("caseclock.repository", ".")))
            .keptIn(Files.createTempDirectory("caseclock-" + name + "-"))
            .on(StackPorts.free());
    var passing = new PassingStack(LocalStack.prepare(how.apply(options), progress));
    Runtime.getRuntime().addShutdownHook(passing.atTheEnd);
    try {
      passing.stack.start();
    } catch (RuntimeException | Error e) {
      passing.close();
      throw e;
    }
    return passing;
  }

  /**
   * Nobody waits for company, and no inbox is full: so that the services have all to do at once.
   */
  public static StackOptions tellingAtOnce(StackOptions usual) {
    return usual
        .told("CASECLOCK_PIPELINE_GROUP_WINDOW", "0s")
        .told("CASECLOCK_PIPELINE_CRITICAL_GROUP_WINDOW", "0s")
        .told("CASECLOCK_PIPELINE_BUDGET_IN_APP", "1000000");
  }

  public LocalStack stack() {
    return stack;
  }

  /** The tables of one service, for whoever may write all of them. */
  public PGSimpleDataSource schema(ServiceKind kind) {
    var source = new PGSimpleDataSource();
    source.setUrl(stack.postgres().jdbcUrl(DATABASE));
    source.setUser(EmbeddedPostgresServer.SUPERUSER);
    source.setPassword(stack.postgres().superuserPassword());
    source.setCurrentSchema(kind.schema());
    return source;
  }

  @Override
  public void close() {
    remove();
    Runtime.getRuntime().removeShutdownHook(atTheEnd);
  }

  private synchronized void remove() {
    stack.close();
    FileTree.delete(stack.options().directory().path());
  }
}
