package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.local.ServiceKind;
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
      suite.until(() -> hasThePost(kind, true), has -> has);
    }

    assertThat(suite.eraseContacts(OFFICER).status()).isEqualTo(200);

    for (var kind : ServiceKind.values()) {
      suite.until(() -> hasThePost(kind, false), has -> has);
    }
  }

  private boolean hasThePost(ServiceKind kind, boolean withItsAddress) {
    var posts = "select count(*) from " + kind.schema() + ".officer_post where officer = ?";
    var reached = posts + " and contacts::text like '%" + MAIL + "%'";
    return suite.count(posts, OFFICER) == 1
        && suite.count(reached, OFFICER) == (withItsAddress ? 1 : 0);
  }
}
