package io.caseclock.monitor.job;

import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.MetricsBehaviour;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** One round of each job, after which the monitor tells all that the document promises of them. */
@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class MetricsOfJobsTest extends MetricsBehaviour {

  /** They come when a list is due for its meeting, and when a supervisor releases history. */
  private static final Set<String> NEED_MORE_THAN_A_ROUND =
      Set.of("caseclock_monitor_lists_frozen_total", "caseclock_monitor_history_released_total");

  @Inject AddUpCountsJob addUpCounts;
  @Inject ApplyLawJob applyLaw;
  @Inject ClosePeriodsJob closePeriods;
  @Inject PredictJob predict;

  MetricsOfJobsTest() {
    super("Readers of topics", "Monitor");
  }

  @Override
  protected int port() {
    return RestAssured.port;
  }

  @Test
  void what_the_document_promises_after_the_first_time_is_told_after_a_round()
      throws IOException, InterruptedException {
    addUpCounts.addUp();
    applyLaw.apply();
    closePeriods.run();
    predict.run();

    read();

    requireAllAfterTheFirstTime(NEED_MORE_THAN_A_ROUND);
  }
}
