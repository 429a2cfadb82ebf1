package io.caseclock.wiring;

import io.caseclock.hold.LegalHolds;
import io.caseclock.hold.jdbc.JdbcLegalHolds;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import javax.sql.DataSource;

/** Makes the legal holds of a service. */
public class LegalHoldWiring {

  @Produces
  @Singleton
  LegalHolds legalHolds(DataSource dataSource) {
    return new JdbcLegalHolds(dataSource);
  }
}
