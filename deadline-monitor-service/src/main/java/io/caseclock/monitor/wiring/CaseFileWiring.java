package io.caseclock.monitor.wiring;

import io.caseclock.archive.CaseArchive;
import io.caseclock.archive.jdbc.JdbcCaseArchive;
import io.caseclock.monitor.archive.jdbc.MonitorParts;
import io.caseclock.monitor.casefile.CaseFiles;
import io.caseclock.monitor.casefile.EventTypes;
import io.caseclock.monitor.casefile.ReadCaseFile;
import io.caseclock.monitor.jdbc.JdbcCaseFiles;
import io.caseclock.monitor.jdbc.JdbcCaseSearch;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.report.DeadlineQueries;
import io.caseclock.monitor.search.CaseSearch;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** What the file of a case, and the search for cases, are made of. */
@ApplicationScoped
public class CaseFileWiring {

  @Produces
  @Singleton
  CaseFiles caseFiles(DataSource dataSource) {
    return new JdbcCaseFiles(dataSource);
  }

  @Produces
  @Singleton
  ReadCaseFile readCaseFile(DeadlineQueries queries, Law law) {
    return new ReadCaseFile(queries, law);
  }

  @Produces
  @Singleton
  EventTypes eventTypes(Law law) {
    return new EventTypes(law);
  }

  @Produces
  @Singleton
  CaseSearch caseSearch(DataSource dataSource, HiddenCases hidden, InstantSource clock) {
    return new JdbcCaseSearch(dataSource, hidden, clock);
  }

  @Produces
  @Singleton
  CaseArchive caseArchive(DataSource dataSource) {
    return new JdbcCaseArchive(dataSource, MonitorParts.ALL);
  }
}
