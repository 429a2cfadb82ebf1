package io.caseclock.local;

import java.nio.file.Path;

/** The three services, and what each needs of the machine. */
public enum ServiceKind {
  INTAKE("intake", "case-intake-service", 160),
  MONITOR("monitor", "deadline-monitor-service", 192),
  NOTIFICATION("notification", "notification-service", 160);

  private final String schema;
  private final String module;
  private final int heapMegabytes;

  ServiceKind(String schema, String module, int heapMegabytes) {
    this.schema = schema;
    this.module = module;
    this.heapMegabytes = heapMegabytes;
  }

  /** The name of its process, its database schema and the role it has there. */
  public String schema() {
    return schema;
  }

  public String module() {
    return module;
  }

  int heapMegabytes() {
    return heapMegabytes;
  }

  Path jar(Path repository) {
    return repository.resolve(module).resolve("target/quarkus-app/quarkus-run.jar");
  }
}
