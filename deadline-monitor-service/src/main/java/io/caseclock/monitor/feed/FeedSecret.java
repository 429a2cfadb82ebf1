package io.caseclock.monitor.feed;

import io.caseclock.contract.Sha256;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * What a link holds: 256 random bits, written as 43 signs that need no escaping in an address. Only
 * its hash is kept; so many bits need neither salt nor stretching.
 */
public record FeedSecret(String text) {

  private static final int BYTES = 32;
  private static final Pattern FORM = Pattern.compile("[A-Za-z0-9_-]{43}");

  public FeedSecret {
    if (!FORM.matcher(text).matches()) {
      throw new IllegalArgumentException("not a secret of a calendar");
    }
  }

  /**
   * A new one.
   *
   * @param random fills an array with bytes that nobody can guess
   */
  static FeedSecret random(UnaryOperator<byte[]> random) {
    return new FeedSecret(
        Base64.getUrlEncoder().withoutPadding().encodeToString(random.apply(new byte[BYTES])));
  }

  /** Empty for whatever cannot be one. */
  public static Optional<FeedSecret> parse(String text) {
    return FORM.matcher(text).matches() ? Optional.of(new FeedSecret(text)) : Optional.empty();
  }

  public String hash() {
    return Sha256.hex(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Says nothing of it. */
  @Override
  public String toString() {
    return "FeedSecret[]";
  }
}
