package io.caseclock.notify.monitor;

/** The monitor's API. */
public interface MonitorApi {

  /**
   * Asks at once and does not wait.
   *
   * @param type of what is told, as JSON; members that it does not have are passed over. {@code
   *     Void} where nothing is told
   */
  <T> Asked<T> ask(Question question, Class<T> type);

  /**
   * Asks for a file and waits until it begins to come.
   *
   * @param accept its media type
   */
  Download download(Question question, String accept);
}
