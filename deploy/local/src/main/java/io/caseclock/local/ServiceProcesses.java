package io.caseclock.local;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;

/**
 * What the services of one stack are started with.
 *
 * @param brokers the addresses of Kafka
 */
record ServiceProcesses(StackOptions options, ServiceDatabases databases, String brokers) {

  /**
   * Describes a service that is not started yet.
   *
   * @param name of the process, and of its log
   * @param repository where the service was built
   */
  ServiceProcess of(ServiceKind kind, String name, int port, Path repository) {
    var environment =
        new HashMap<>(
            new ServiceEnvironment(
                    options.directory(), options.ports(), databases.secrets(), databases, brokers)
                .of(kind, port));
    environment.putAll(options.environment());
    return new ServiceProcess(
        name,
        ServiceCommand.of(kind, repository, archiving(kind, repository)),
        environment,
        port,
        options.directory().log(name));
  }

  private List<String> archiving(ServiceKind kind, Path repository) {
    var archives = options.classArchives();
    return archives == null || !repository.equals(options.repository())
        ? List.of()
        : ClassArchives.in(archives).options(kind.schema(), kind.jar(repository));
  }
}
