package io.caseclock.wiring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** What the audit log holds, and how long. */
@ConfigMapping(prefix = "caseclock.audit-log")
public interface AuditConfig {

  /** At least 184 days; three years where nothing else is set. */
  @WithDefault("1096d")
  Duration retention();

  /** Whether the log also keeps who looked at a case, a notice or another thing. */
  @WithDefault("true")
  boolean views();
}
