package io.caseclock.e2e.faults;

import io.caseclock.e2e.Suite;
import io.caseclock.local.ServiceKind;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * All services are replaced by those of another build while events come in: of each service one
 * replica after the other, so that both versions are at work on one database for a while.
 *
 * @param build the repository in which the other services were built
 * @param order which service is replaced first
 * @param meanwhile what is done while a service runs in both versions
 */
record Changeover(Path build, List<ServiceKind> order, SideBySide meanwhile)
    implements Trial.Ordeal {

  /** What happens while a service runs in both versions. */
  @FunctionalInterface
  interface SideBySide {

    void of(ServiceKind kind) throws Exception;
  }

  /**
   * @param time how long each service runs in both versions before anything happens
   */
  @Override
  public void inflict(Suite suite, Duration time) throws Exception {
    for (var kind : order) {
      var before = suite.stack().replicas(kind);
      for (var replica : before.reversed()) {
        suite.stack().remove(replica);
        suite.stack().add(kind, build);
        if (!replica.equals(before.getFirst())) {
          TimeUnit.NANOSECONDS.sleep(time.toNanos());
          meanwhile.of(kind);
        }
      }
    }
  }
}
