package io.caseclock.monitor.wiring;

import io.caseclock.monitor.jdbc.JdbcListMeetings;
import io.caseclock.monitor.jdbc.JdbcListRows;
import io.caseclock.monitor.jdbc.JdbcOfficerCounts;
import io.caseclock.monitor.jdbc.SettledFindings;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.list.CountOfficers;
import io.caseclock.monitor.list.FreezeLists;
import io.caseclock.monitor.list.ListBook;
import io.caseclock.monitor.list.ListMeetings;
import io.caseclock.monitor.list.ListRows;
import io.caseclock.monitor.list.ReadList;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** What the lists are made of. */
@ApplicationScoped
public class ListWiring {

  @Produces
  @Singleton
  ListBook listBook(Law law) {
    return new ListBook(law);
  }

  @Produces
  @Singleton
  ListRows listRows(DataSource dataSource, HiddenCases hidden) {
    return new JdbcListRows(dataSource, hidden);
  }

  @Produces
  @Singleton
  ListMeetings listMeetings(DataSource dataSource, HiddenCases hidden) {
    return new JdbcListMeetings(dataSource, hidden);
  }

  @Produces
  @Singleton
  ReadList readList(ListRows rows, ListMeetings meetings, InstantSource clock) {
    return new ReadList(rows, meetings, clock);
  }

  @Produces
  @Singleton
  FreezeLists freezeLists(Law law, ListBook book, ListMeetings meetings, InstantSource clock) {
    return new FreezeLists(law, book, meetings, clock);
  }

  @Produces
  @Singleton
  SettledFindings settledFindings(DataSource dataSource) {
    return new SettledFindings(dataSource);
  }

  @Produces
  @Singleton
  CountOfficers countOfficers(DataSource dataSource, Law law) {
    return new CountOfficers(new JdbcOfficerCounts(dataSource), law);
  }
}
