package io.caseclock.notify.feedback;

/** The warnings and breaches that were told to people. */
@FunctionalInterface
public interface ToldWarnings {

  /** Whether the message is a warning or a breach, and was addressed to the person. */
  boolean wasTold(String messageId, String person);
}
