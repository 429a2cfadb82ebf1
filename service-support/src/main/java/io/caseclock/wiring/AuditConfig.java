package io.caseclock.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long the audit log is kept. */
@ConfigMapping(prefix = "caseclock.audit-log")
public interface AuditConfig {

  /** At least 184 days; three years where nothing else is set. */
  @WithDefault("1096d")
  Duration retention();
}
