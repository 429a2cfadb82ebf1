package io.caseclock.monitor.wiring;

import io.caseclock.directory.Directory;
import io.caseclock.monitor.jdbc.JdbcCalibrations;
import io.caseclock.monitor.jdbc.JdbcCurves;
import io.caseclock.monitor.jdbc.JdbcObservations;
import io.caseclock.monitor.jdbc.JdbcPredictions;
import io.caseclock.monitor.jdbc.JdbcRiskWarnings;
import io.caseclock.monitor.law.Law;
import io.caseclock.monitor.level.HiddenCases;
import io.caseclock.monitor.prediction.Calibrate;
import io.caseclock.monitor.prediction.Calibrations;
import io.caseclock.monitor.prediction.LearnCurves;
import io.caseclock.monitor.prediction.PredictRunning;
import io.caseclock.monitor.prediction.Predictions;
import io.caseclock.monitor.prediction.RiskWarnings;
import io.caseclock.monitor.prediction.TellRisks;
import io.caseclock.monitor.prediction.rest.PredictionResource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** What predictions are made of. */
@ApplicationScoped
public class PredictionWiring {

  @Produces
  @Singleton
  Predictions predictions(DataSource dataSource, HiddenCases hidden) {
    return new JdbcPredictions(dataSource, hidden);
  }

  @Produces
  @Singleton
  Calibrations calibrations(DataSource dataSource) {
    return new JdbcCalibrations(dataSource);
  }

  @Produces
  @Singleton
  RiskWarnings riskWarnings(DataSource dataSource) {
    return new JdbcRiskWarnings(dataSource);
  }

  @Produces
  @Singleton
  LearnCurves learnCurves(
      DataSource dataSource, Law law, Directory directory, InstantSource clock) {
    return new LearnCurves(
        new JdbcObservations(dataSource), new JdbcCurves(dataSource), law, directory, clock);
  }

  @Produces
  @Singleton
  PredictRunning predictRunning(
      Predictions predictions,
      DataSource dataSource,
      Law law,
      Directory directory,
      InstantSource clock) {
    return new PredictRunning(predictions, new JdbcCurves(dataSource), law, directory, clock);
  }

  @Produces
  @Singleton
  Calibrate calibrate(
      Calibrations calibrations,
      DataSource dataSource,
      Law law,
      Directory directory,
      InstantSource clock) {
    return new Calibrate(new JdbcObservations(dataSource), calibrations, law, directory, clock);
  }

  @Produces
  @Singleton
  TellRisks tellRisks(
      RiskWarnings warnings,
      Law law,
      Directory directory,
      InstantSource clock,
      MonitorConfig config) {
    return new TellRisks(warnings, law, directory, clock, config.sweep().settleLongest());
  }

  @Produces
  @Singleton
  PredictionResource.Work predictionWork(
      LearnCurves learn, PredictRunning predict, Calibrate calibrate) {
    return new PredictionResource.Work(learn, predict, calibrate);
  }
}
