package io.caseclock.probe;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;

/**
 * A program of its own, which ends with 0 where the address answers 200 within three seconds, and
 * with 1 where it does not. It is small: it runs beside the service, in the memory of its
 * container.
 */
public final class HealthProbe {

  private static final int LONGEST_WAIT_MILLIS = 3_000;

  private HealthProbe() {}

  /**
   * @param args the address, such as {@code http://127.0.0.1:8081/q/health/ready}
   */
  public static void main(String[] args) {
    System.exit(args.length == 1 && isWell(URI.create(args[0])) ? 0 : 1);
  }

  /** Whether the answer is 200; one that comes late or not at all is none. */
  static boolean isWell(URI address) {
    try {
      var connection = (HttpURLConnection) address.toURL().openConnection();
      connection.setConnectTimeout(LONGEST_WAIT_MILLIS);
      connection.setReadTimeout(LONGEST_WAIT_MILLIS);
      connection.setInstanceFollowRedirects(false);
      return connection.getResponseCode() == HttpURLConnection.HTTP_OK;
    } catch (IOException e) {
      return false; // nobody listens, or what answers is not HTTP
    }
  }
}
