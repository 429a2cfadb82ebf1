package io.caseclock.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.directory.Directory;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class TakeDirectoryNewsTest {

  private static final Instant LATER = Instant.parse("2026-02-01T00:00:00Z");
  private static final Map<String, String> CONTACTS = Map.of("email", "nobody@example.invalid");

  @Inject Office office;
  @Inject Directory directory;
  @Inject KeptAddresses addresses;
  @Inject Sql sql;
  private TakeDirectoryNews news;

  @BeforeEach
  void deliveriesToTwo() {
    office.open();
    news = new TakeDirectoryNews(directory, addresses);
    news.take(List.of(post("O1", Instant.EPOCH, CONTACTS), post("O2", Instant.EPOCH, CONTACTS)));
    for (var officer : List.of("O1", "O2")) {
      sql.update(
          """
          insert into delivery (id, channel, recipient, is_personal, address, unit, kind, level,
            count, body, queued_at)
          values (?, 'mail', ?, true, 'nobody@example.invalid', 'D0102', 'warning', 'grave', 1,
            '{}', now())
          """,
          "of-" + officer,
          officer);
    }
  }

  @Test
  void whoever_has_lost_all_contacts_has_no_address_left_and_others_keep_theirs() {
    news.take(List.of(post("O1", Instant.EPOCH, Map.of())));
    assertThat(addressees()).containsExactly("O2");
  }

  @Test
  void a_post_without_contacts_beside_one_that_has_them_forgets_nothing() {
    news.take(List.of(post("O1", LATER, Map.of())));
    assertThat(addressees()).containsExactly("O1", "O2");

    news.take(List.of(post("O1", Instant.EPOCH, Map.of())));
    assertThat(addressees()).containsExactly("O2");
  }

  private List<String> addressees() {
    return office.texts(
        "select recipient from delivery where address is not null order by recipient");
  }

  private static OfficerAssigned post(String officer, Instant since, Map<String, String> contacts) {
    return new OfficerAssigned(
        officer, "虚构" + officer, "D0102", Set.of("officer"), contacts, since);
  }
}
