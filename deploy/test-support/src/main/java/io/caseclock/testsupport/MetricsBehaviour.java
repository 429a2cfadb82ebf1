package io.caseclock.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Holds {@code docs/metrics.md} to what a service tells Prometheus. */
public abstract class MetricsBehaviour {

  private static final String OURS = "caseclock_";
  private static final List<String> OF_ALL =
      List.of("All services", "From Prometheus and the libraries");

  private final List<MetricRow> rows;
  private List<MetricSample> told = List.of();

  /**
   * @param chapters those of the document that are about this service and not about all
   */
  protected MetricsBehaviour(String... chapters) {
    rows =
        Stream.concat(OF_ALL.stream(), Arrays.stream(chapters))
            .flatMap(title -> MetricRow.ofChapter(title).stream())
            .toList();
  }

  /** Where the service listens on the loopback address. */
  protected abstract int port();

  @BeforeEach
  protected void read() throws IOException, InterruptedException {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + "/q/metrics"))
            .header("Authorization", "Bearer " + TestTokens.of("auditor").unit("D01").sign())
            .header("Accept", "text/plain")
            .build();
    try (var client = HttpClient.newHttpClient()) {
      told = MetricSample.of(client.send(request, BodyHandlers.ofString()).body());
    }
  }

  @Test
  void whatever_of_ours_is_told_stands_in_the_document() {
    var byName = rows.stream().collect(Collectors.toMap(MetricRow::name, Function.identity()));

    assertThat(told).isNotEmpty();
    assertThat(told)
        .filteredOn(sample -> sample.name().startsWith(OURS))
        .allSatisfy(
            sample -> {
              assertThat(byName).containsKey(sample.name());
              var row = Objects.requireNonNull(byName.get(sample.name()));
              assertThat(sample.type()).isEqualTo(row.type());
              assertThat(sample.tags().keySet()).isEqualTo(row.tags().keySet());
              assertThat(sample.tags()).allSatisfy((tag, value) -> isOneOf(row, tag, value));
            });
  }

  @Test
  void what_the_document_promises_from_the_start_is_told_with_all_values_of_its_tags() {
    assertThat(rows)
        .filteredOn(MetricRow::isThereFromTheStart)
        .isNotEmpty()
        .allSatisfy(
            row -> {
              var samples = told.stream().filter(each -> each.name().equals(row.name())).toList();
              assertThat(samples).isNotEmpty();
              row.tags()
                  .forEach(
                      (tag, values) ->
                          assertThat(samples)
                              .extracting(sample -> sample.tags().get(tag))
                              .containsAll(values));
            });
  }

  /**
   * Requires each row of ours that comes after the first time, with its tags.
   *
   * @param but those that the service was not made to tell
   */
  protected final void requireAllAfterTheFirstTime(Set<String> but) {
    assertThat(rows)
        .filteredOn(row -> !row.isThereFromTheStart() && row.name().startsWith(OURS))
        .extracting(MetricRow::name)
        .containsAll(but);
    assertThat(rows)
        .filteredOn(row -> !row.isThereFromTheStart() && row.name().startsWith(OURS))
        .filteredOn(row -> !but.contains(row.name()))
        .isNotEmpty()
        .allSatisfy(
            row ->
                assertThat(told)
                    .filteredOn(sample -> sample.name().equals(row.name()))
                    .isNotEmpty()
                    .allSatisfy(
                        sample ->
                            assertThat(sample.tags().keySet()).isEqualTo(row.tags().keySet())));
  }

  /** An empty value is the same as none. */
  private static void isOneOf(MetricRow row, String tag, String value) {
    var closed = row.tags().getOrDefault(tag, Set.of());
    if (!closed.isEmpty() && !value.isEmpty()) {
      assertThat(closed).contains(value);
    }
  }
}
