package io.caseclock.notify.bulletin;

import static io.caseclock.notify.Office.as;
import static io.caseclock.notify.Office.o1;
import static io.caseclock.notify.Office.s1;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import io.caseclock.contract.PeriodNumbers;
import io.caseclock.contract.Sha256;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.Office;
import io.caseclock.notify.bulletin.kafka.PeriodNumbersConsumer;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.wire.PeriodNumbersWire;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class BulletinResourceTest {

  private static final LocalDate DAY = LocalDate.parse("2026-03-02");
  private static final LocalDate MONTH = LocalDate.parse("2026-03-01");
  private static final String XLSX =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

  @Inject Office office;
  @Inject Sql sql;
  @Inject PeriodNumbersConsumer consumer;

  @BeforeEach
  void open() {
    office.open();
    sql.update("truncate bulletin, bulletin_counter, bulletin_paper cascade");
  }

  private void closed(PeriodNumbers... periods) {
    consumer.take(
        Arrays.stream(periods).map(PeriodNumbersWire::write).map(Office::consumed).toList());
    office.settle();
  }

  @Test
  void bulletins_are_numbered_without_gaps_by_unit_and_kind() {
    closed(InventedNumbers.day("D01", DAY), InventedNumbers.day("D0102", DAY));
    closed(InventedNumbers.day("D01", DAY.plusDays(1)));
    closed(InventedNumbers.month("D01", MONTH, "A1"));

    s1().get("/api/v1/bulletins?kind=daily&unit=D01")
        .then()
        .statusCode(200)
        .body("bulletins.number.zh", contains("第2期", "第1期"));
    s1().get("/api/v1/bulletins")
        .then()
        .body("bulletins.unit", hasItems("D01", "D0102"))
        .body("bulletins.size()", equalTo(4));
  }

  @Test
  void a_period_that_is_told_by_many_at_once_has_one_bulletin() throws Exception {
    var told =
        IntStream.range(0, 12)
            .<Callable<Integer>>mapToObj(
                n ->
                    () -> {
                      closed(InventedNumbers.day("D01", DAY.plusDays(n % 4)));
                      return n;
                    })
            .toList();
    try (var threads = Executors.newFixedThreadPool(6)) {
      for (var done : threads.invokeAll(told)) {
        done.get();
      }
    }

    assertThat(office.texts("select serial::text from bulletin order by serial"))
        .containsExactly("1", "2", "3", "4");
    assertThat(office.texts("select id from message where kind = 'bulletin'")).hasSize(4);
  }

  @Test
  void the_supervisor_of_the_unit_is_told_in_both_languages() {
    closed(InventedNumbers.belatedDay("D01", DAY));

    assertThat(office.texts("select recipient from message_recipient")).containsExactly("S1");
    assertThat(office.text("select title_zh from message")).contains("第1期", "补发");
    assertThat(office.text("select text_en from message")).contains("12 due", "1 late");
  }

  @Test
  void a_day_without_events_has_a_bulletin_that_says_so() {
    closed(InventedNumbers.day("D0102", DAY));

    page("D0102", "zh").body(containsString("本期无到期事项"));
    page("D0102", "en").body(containsString("Nothing was due"));
  }

  private io.restassured.response.ValidatableResponse page(String unit, String language) {
    return s1().accept("text/html")
        .header("Accept-Language", language)
        .get(path(unit))
        .then()
        .statusCode(200)
        .contentType("text/html;charset=UTF-8")
        .header("Content-Language", containsString(language));
  }

  private String path(String unit) {
    return "/api/v1/bulletins/" + office.text("select id from bulletin where unit = ?", unit);
  }

  @Test
  void what_was_frozen_is_told_with_its_hash_and_corrections_are_said_not_to_be_known() {
    closed(InventedNumbers.month("D01", MONTH, "A1"));

    var answer =
        s1().get(path("D01"))
            .then()
            .statusCode(200)
            .body("document.period.counts.due", equalTo(12))
            .body("document.period.before.due", equalTo(12))
            .body("document.own.rates.id.size()", equalTo(4))
            .body("document.unitNames.D01.zh", equalTo("示例分局"))
            .body("corrections.known", equalTo(false))
            .body("corrections.why", equalTo("not-configured"))
            .extract();
    var frozen = office.text("select convert_from(document, 'UTF8') from bulletin");
    assertThat(answer.asString()).contains(frozen);
    assertThat(Sha256.hex(frozen.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(answer.header("X-CaseClock-SHA256"));
  }

  @Test
  void a_workbook_is_made_once_and_stays() throws IOException {
    closed(InventedNumbers.month("D01", MONTH, "A1"));

    assertThat(bytes(XLSX)).isEqualTo(bytes(XLSX));
    assertThatThrownBy(() -> office.texts("delete from bulletin_paper returning form"))
        .hasMessageContaining("never changed");
  }

  @Test
  void a_pdf_is_made_once_and_stays() throws IOException {
    closed(InventedNumbers.month("D01", MONTH, "A1"));
    assumeThat(s1().accept("application/pdf").get(path("D01")).asString())
        .as("No font with Chinese characters is installed. Debian: fonts-droid-fallback")
        .doesNotContain("fonts-droid-fallback");

    assertThat(bytes("application/pdf")).isEqualTo(bytes("application/pdf")).startsWith('%', 'P');
    assertThatThrownBy(() -> office.texts("delete from bulletin_paper returning form"))
        .hasMessageContaining("never changed");
  }

  private byte[] bytes(String type) {
    return s1().accept(type).get(path("D01")).then().statusCode(200).extract().asByteArray();
  }

  @Test
  void a_text_that_begins_like_a_formula_is_none_in_the_workbook(@TempDir Path folder)
      throws IOException {
    closed(InventedNumbers.month("D01", MONTH, "=1+1"));

    var parts = new StringBuilder();
    var file = Files.write(folder.resolve("bulletin.xlsx"), bytes(XLSX));
    try (var zip = new ZipFile(file.toFile())) {
      for (var part : zip.stream().toList()) {
        parts.append(new String(zip.getInputStream(part).readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    assertThat(parts.toString()).contains("&apos;=1+1").doesNotContain("<f>");
  }

  @Test
  void others_see_nothing_and_unknown_words_are_refused() {
    closed(InventedNumbers.day("D01", DAY), InventedNumbers.day("D0102", DAY));

    o1().get(path("D01")).then().statusCode(404);
    o1().get(path("D0102")).then().statusCode(200);
    as("O3", "D0103", "officer").get(path("D0102")).then().statusCode(404);
    o1().get("/api/v1/bulletins?unit=D01").then().statusCode(400);
    o1().get("/api/v1/bulletins?kind=yearly").then().statusCode(400);
    o1().get("/api/v1/bulletins?after=x").then().statusCode(400);
  }

  @Test
  void a_page_ends_where_the_next_begins() {
    closed(
        InventedNumbers.day("D01", DAY),
        InventedNumbers.day("D0102", DAY),
        InventedNumbers.day("D0103", DAY));

    var first = s1().get("/api/v1/bulletins?limit=2").then().extract().jsonPath();
    var second =
        s1().queryParam("after", first.getString("next"))
            .get("/api/v1/bulletins?limit=2")
            .then()
            .extract()
            .jsonPath();
    assertThat(first.getList("bulletins.id", String.class))
        .hasSize(2)
        .doesNotContainAnyElementsOf(second.getList("bulletins.id", String.class));
    assertThat(second.getList("bulletins.id")).hasSize(1);
  }

  @Test
  void the_four_rates_are_counted_period_by_period() {
    s1().get("/api/v1/indicators?unit=D0102&period=2026-W10")
        .then()
        .statusCode(200)
        .body("unit", equalTo("D0102"))
        .body("period", equalTo("2026-W10"))
        .body("indicators.size()", equalTo(4))
        .body("indicators[0].trend.size()", equalTo(12));
    s1().get("/api/v1/indicators?period=2026-W54").then().statusCode(400);
    o1().get("/api/v1/indicators?unit=D01").then().statusCode(400);
  }
}
