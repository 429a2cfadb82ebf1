package io.caseclock.notify.wiring;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.retention.PurgeEvidence;
import io.caseclock.notify.retention.jdbc.JdbcEvidencePurge;
import io.caseclock.wiring.RetentionBounds;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** What goes when it is kept long enough. */
public class RetentionWiring {

  private static final String EVIDENCE = "caseclock.retention.evidence";

  /** Made at start, so that a duration which makes no sense stops it. */
  @Produces
  @Singleton
  @Startup
  PurgeEvidence purgeEvidence(Sql sql, NotifyConfig config) {
    var keptFor = config.retention().evidence();
    return new PurgeEvidence(
        new JdbcEvidencePurge(sql),
        keptFor.map(duration -> RetentionBounds.checked(EVIDENCE, duration)).orElse(null));
  }
}
