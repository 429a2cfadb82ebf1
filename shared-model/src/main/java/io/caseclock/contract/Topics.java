package io.caseclock.contract;

/** The Kafka topics, all keyed by case id but the directory, which is keyed by what it tells. */
public final class Topics {

  public static final String CASE_EVENTS = "case-events";
  public static final String DEADLINE_EVENTS = "deadline-events";
  public static final String NOTICE_EVENTS = "notice-events";
  public static final String DIRECTORY = "directory";

  /** The dead-letter topic of one consumer: {@code <topic>.<consumer>.dead-letter}. */
  public static String deadLetter(String topic, String consumer) {
    return topic + "." + consumer + ".dead-letter";
  }

  private Topics() {}
}
