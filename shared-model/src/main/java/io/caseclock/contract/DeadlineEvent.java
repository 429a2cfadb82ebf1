package io.caseclock.contract;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the monitor says on {@code deadline-events}. */
public sealed interface DeadlineEvent {

  /** Deterministic: the same fact, told twice, has the same id. */
  String id();

  /** The wire type, such as {@code deadline-opened} or {@code deadline-breached}. */
  String type();

  String caseId();

  Subject subject();

  /** When the monitor found it. */
  Instant at();

  /** The set of events of the case led to another state of a deadline. */
  record DeadlineChanged(String id, Change change, DeadlineSnapshot deadline, Instant at)
      implements DeadlineEvent {
    @Override
    public String type() {
      return "deadline-" + Words.of(change);
    }

    @Override
    public String caseId() {
      return deadline.caseId();
    }

    @Override
    public Subject subject() {
      return deadline.subject();
    }
  }

  /**
   * A stage of a deadline has come.
   *
   * @param stage {@code breach}, {@code before-P3D} for a warning three days ahead, or {@code
   *     risk-high} for one that is likely to be missed
   * @param lateBy how long after the stage's own instant it is told; zero when on time
   * @param digest the digest in which people are told of it instead of by itself; null where it is
   *     told like any other
   * @param forecast how likely it is to be missed; null where the stage is not a {@link #RISK}
   */
  record DeadlineAlarm(
      String id,
      String stage,
      DeadlineSnapshot deadline,
      Instant at,
      Duration lateBy,
      @Nullable Digest digest,
      @Nullable Forecast forecast)
      implements DeadlineEvent {

    public static final String BREACH = "breach";

    /** How the stage of a prediction begins; its band follows. */
    public static final String RISK = "risk-";

    /** One that is told by itself. */
    public DeadlineAlarm(
        String id, String stage, DeadlineSnapshot deadline, Instant at, Duration lateBy) {
      this(id, stage, deadline, at, lateBy, null, null);
    }

    /** One that is told in a digest. */
    public DeadlineAlarm(
        String id,
        String stage,
        DeadlineSnapshot deadline,
        Instant at,
        Duration lateBy,
        Digest digest) {
      this(id, stage, deadline, at, lateBy, digest, null);
    }

    /** One that no law sets: it is likely to be missed. */
    public DeadlineAlarm(
        String id,
        String stage,
        DeadlineSnapshot deadline,
        Instant at,
        Duration lateBy,
        Forecast forecast) {
      this(id, stage, deadline, at, lateBy, null, forecast);
    }

    public boolean isBreach() {
      return stage.equals(BREACH);
    }

    /** Whether it is a prediction, which no provision asks for. */
    public boolean isRisk() {
      return stage.startsWith(RISK);
    }

    @Override
    public String type() {
      return isBreach() ? "deadline-breached" : "deadline-approaching";
    }

    @Override
    public String caseId() {
      return deadline.caseId();
    }

    @Override
    public Subject subject() {
      return deadline.subject();
    }
  }

  /**
   * One message a person about many breaches that were history until a supervisor released them.
   *
   * @param id of the supervisor's decision
   * @param alarms how many alarms belong to it; people are told once all of them are there
   */
  record Digest(String id, int alarms) {}

  /**
   * How likely it is that a deadline will be missed.
   *
   * @param chance from 0 to 1
   * @param band {@code medium} or {@code high}
   * @param reason what became of others that had been open for as long
   */
  record Forecast(double chance, String band, Names reason) {}

  /**
   * A fault that a person recorded, or that the suite found in what it was told.
   *
   * @param cause {@code recorded}, {@code contradiction}, {@code conflict}, {@code
   *     extension-refused}, {@code term-out-of-bounds}, {@code quarantined}, {@code unwatched},
   *     {@code not-the-owner} or {@code audit}
   */
  record FindingRaised(
      String id,
      String caseId,
      Subject subject,
      String unit,
      @Nullable String officer,
      String cause,
      String element,
      String provision,
      Names text,
      Instant at)
      implements DeadlineEvent {
    @Override
    public String type() {
      return "finding-raised";
    }
  }

  /** How a deadline differs from what was known before. */
  enum Change {
    OPENED,
    MOVED,
    PAUSED,
    RESUMED,
    MET,
    MET_LATE,
    CANCELLED,
    /** A closed deadline is open again, since what closed it was withdrawn or corrected. */
    REOPENED,
    /** A right ran out unused. */
    LAPSED,
    /** A minimum period was not kept. */
    CUT_SHORT,
    /** An open deadline went over to another unit or officer, with the case. */
    REASSIGNED
  }
}
