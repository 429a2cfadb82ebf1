package io.caseclock.contract;

import java.util.List;

/**
 * The Kafka topics, all keyed by case id but the directory, which is keyed by what it tells, and
 * the numbers of periods, which are keyed by unit. The directory and the levels of cases are
 * compacted.
 */
public final class Topics {

  public static final String CASE_EVENTS = "case-events";
  public static final String DEADLINE_EVENTS = "deadline-events";
  public static final String NOTICE_EVENTS = "notice-events";
  public static final String DIRECTORY = "directory";
  public static final String PERIOD_NUMBERS = "period-numbers";
  public static final String CASE_LEVELS = "case-levels";

  /** The consumers, as dead-letter topics name them. */
  public static final String MONITOR = "monitor";

  public static final String NOTIFICATION = "notification";

  /** The dead-letter topic of one consumer: {@code <topic>.<consumer>.dead-letter}. */
  public static String deadLetter(String topic, String consumer) {
    return topic + "." + consumer + ".dead-letter";
  }

  /** Every dead-letter topic of the suite. */
  public static List<String> deadLetters() {
    return List.of(
        deadLetter(CASE_EVENTS, MONITOR),
        deadLetter(NOTICE_EVENTS, MONITOR),
        deadLetter(DIRECTORY, MONITOR),
        deadLetter(DEADLINE_EVENTS, NOTIFICATION),
        deadLetter(DIRECTORY, NOTIFICATION),
        deadLetter(PERIOD_NUMBERS, NOTIFICATION),
        deadLetter(CASE_LEVELS, NOTIFICATION));
  }

  private Topics() {}
}
