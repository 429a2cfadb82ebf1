package io.caseclock.monitor.job;

import io.caseclock.job.JobRound;
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

/** Learns and measures where that is due, predicts what runs, and warns; every so often. */
@ApplicationScoped
public class PredictJob {

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
    JobRound.run("prediction failed", this::predict);
  }

  private void predict() {
    timed("learn", learn::learnIfDue);
    timed("predict", () -> metrics.counter("caseclock.monitor.predicted").increment(predict.run()));
    timed("tell", () -> metrics.counter("caseclock.monitor.risks.told").increment(tell.run()));
    timed("calibrate", calibrate::runIfDue);
  }

  /**
   * What fails is tried again with the next round, and the rest goes on; where the database is
   * away, nothing else would come of the round.
   */
  private void timed(String step, Runnable work) {
    var timer = Timer.start(metrics);
    var outcome = "failed";
    try {
      work.run();
      outcome = "done";
    } catch (RuntimeException e) {
      if (Problems.isTransient(e)) {
        throw e;
      }
      JobRound.tell("prediction failed", e);
    } finally {
      timer.stop(metrics.timer("caseclock.monitor.prediction", "step", step, "outcome", outcome));
    }
  }
}
