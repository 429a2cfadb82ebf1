package io.caseclock.notify.notice.panache;

import static io.caseclock.notify.Office.breachOf;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import org.hibernate.Hibernate;
import org.junit.jupiter.api.Test;

/** Large columns stay in the database until they are asked for. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class LazyContentTest {

  @Inject Office office;
  @Inject PanacheNotices notices;

  @Test
  void a_notice_is_read_without_its_document() {
    office.open();
    office.hears(breachOf("D1"));

    QuarkusTransaction.requiringNew()
        .run(
            () -> {
              var row = notices.findAll().firstResult();
              assertThat(Hibernate.isPropertyInitialized(row, "document")).isFalse();
              assertThat(new String(row.json().bytes(), StandardCharsets.UTF_8))
                  .contains("caseclock-notice/1");
            });
  }
}
