package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.local.ServiceKind;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whoever left is reached by no service any more: intake is asked, and the others hear of it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
class ContactsAreErasedIT {

  private static final String OFFICER = "P990177";
  private static final String MAIL = "who-left@example.invalid";

  private Suite suite;

  @BeforeAll
  void theSuite(Suite shared) {
    suite = shared;
  }

  @Test
  void what_intake_erases_every_service_forgets_and_the_post_stays() {
    var post =
        Map.of(
            "name",
            "示例离任",
            "unit",
            Roster.STATION,
            "roles",
            List.of("officer"),
            "contacts",
            Map.of("email", MAIL));
    var told = CloudEvents.directory("officer-assigned", "officer/" + OFFICER, suite.now(), post);
    assertThat(suite.administer(told).status()).isEqualTo(202);
    for (var kind : ServiceKind.values()) {
      suite.until(() -> contacts(kind), contacts -> contacts.equals(List.of(true)));
    }

    assertThat(suite.eraseContacts(OFFICER).status()).isEqualTo(200);

    for (var kind : ServiceKind.values()) {
      suite.until(() -> contacts(kind), contacts -> contacts.equals(List.of(false)));
    }
  }

  /** Of each post of the officer in the directory of a service whether it has the address. */
  private List<Boolean> contacts(ServiceKind kind) {
    var sql =
        "select contacts::text like '%%%s%%' from %s.officer_post where officer = '%s'"
            .formatted(MAIL, kind.schema(), OFFICER);
    try (var connection = suite.stack().postgres().superuser("caseclock").getConnection();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      List<Boolean> found = new ArrayList<>();
      while (rows.next()) {
        found.add(rows.getBoolean(1));
      }
      return found;
    } catch (SQLException e) {
      throw new AssertionError(sql, e);
    }
  }
}
