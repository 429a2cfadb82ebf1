package io.caseclock.notify.channel.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class MovedDeliveriesTest {

  private static final Pattern MOVE =
      Pattern.compile("insert into parcel .*?;.*?select setval.*?;", Pattern.DOTALL);

  @Inject Office office;
  @Inject Sql sql;

  @Test
  void webhook_deliveries_are_moved_with_all_that_was_known_of_them() throws Exception {
    office.open();
    var moving = MOVE.matcher(migration("V13__create_parcels.sql"));
    assertThat(moving.find()).isTrue();

    QuarkusTransaction.begin();
    try {
      run(migration("V12__create_webhook_deliveries.sql"));
      run(OLD);
      Arrays.stream(moving.group().split(";(?=\\s)")).forEach(this::run);
      assertMoved();
    } finally {
      QuarkusTransaction.rollback();
    }
  }

  private static final String OLD =
      """
      insert into webhook_delivery (id, webhook, event_id, kind, unit, case_id, body,
        queued_at, attempts, last_reason, next_attempt_at)
      values ('watch:E1', 'watch', 'E1', 'breach', 'D0102', 'A1',
        convert_to('{"data":{"level":"grave"}}', 'UTF8'), '2026-03-13T04:00:00Z', 2,
        'TIMEOUT: x', '2026-03-13T05:00:00Z'),
        ('watch:E2', 'watch', 'E2', 'notice', 'D0102', 'A1', convert_to('{}', 'UTF8'),
        '2026-03-13T04:00:00Z', 0, null, '2026-03-13T05:00:00Z')
      """;

  private void run(String statement) {
    sql.with(
        connection -> {
          try (var prepared = connection.createStatement()) {
            return prepared.execute(statement);
          }
        });
  }

  private void assertMoved() {
    assertThat(
            office.texts(
                """
                select concat_ws(' ', seq, id, channel, addressee, is_personal, event_id, level,
                  count, attempts, may_have_arrived, last_reason,
                  next_attempt_at at time zone 'UTC')
                from parcel order by seq
                """))
        .containsExactly(
            "1 watch:E1 watch watch f E1 grave 1 2 t TIMEOUT: x 2026-03-13 05:00:00",
            "2 watch:E2 watch watch f E2 ordinary 1 0 f 2026-03-13 05:00:00");
    run(
        """
        insert into parcel (id, channel, addressee, is_personal, unit, kind, level, count, body,
          queued_at)
        values ('P3', 'email', 'O1', true, 'D0102', 'breach', 'grave', 1, '', now())
        """);
    assertThat(office.text("select seq::text from parcel where id = 'P3'")).isEqualTo("3");
  }

  private static String migration(String name) {
    try (var text = MovedDeliveriesTest.class.getResourceAsStream("/db/migration/" + name)) {
      return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
