package io.caseclock.monitor.job;

import io.caseclock.monitor.prediction.Calibrate;
import io.caseclock.monitor.prediction.LearnCurves;
import io.caseclock.monitor.prediction.PredictRunning;
import io.caseclock.monitor.prediction.TellRisks;
import io.caseclock.rest.Problems;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Learns and measures where that is due, predicts what runs, and warns; every so often. */
@ApplicationScoped
public class PredictJob {

  private static final Logger LOGGER = LoggerFactory.getLogger(PredictJob.class);

  private final LearnCurves learn;
  private final PredictRunning predict;
  private final TellRisks tell;
  private final Calibrate calibrate;
  private final MeterRegistry metrics;

  PredictJob(
      LearnCurves learn,
      PredictRunning predict,
      TellRisks tell,
      Calibrate calibrate,
      MeterRegistry metrics) {
    this.learn = learn;
    this.predict = predict;
    this.tell = tell;
    this.calibrate = calibrate;
    this.metrics = metrics;
  }

  @Scheduled(
      every = "${caseclock.prediction.every}",
      concurrentExecution = ConcurrentExecution.SKIP)
  public void run() {
    timed("learn", learn::learnIfDue);
    timed("predict", () -> metrics.counter("caseclock.monitor.predicted").increment(predict.run()));
    timed("tell", () -> metrics.counter("caseclock.monitor.risks.told").increment(tell.run()));
    timed("calibrate", calibrate::runIfDue);
  }

  /** What fails is tried again with the next round, and the rest goes on. */
  private void timed(String step, Runnable work) {
    var timer = Timer.start(metrics);
    var outcome = "failed";
    try {
      work.run();
      outcome = "done";
    } catch (RuntimeException e) {
      var level = Problems.isTransient(e) ? LOGGER.atWarn() : LOGGER.atError().setCause(e);
      level.addKeyValue("reason", String.valueOf(e.getMessage())).log("prediction failed");
    } finally {
      timer.stop(metrics.timer("caseclock.monitor.prediction", "step", step, "outcome", outcome));
    }
  }
}
