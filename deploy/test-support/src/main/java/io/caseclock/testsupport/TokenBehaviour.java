package io.caseclock.testsupport;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Which tokens a service takes. Its test names what anybody who is signed in may read. */
public abstract class TokenBehaviour {

  private final String anything;

  /**
   * A service's test.
   *
   * @param anything such as {@code /api/v1/rules}
   */
  protected TokenBehaviour(String anything) {
    this.anything = anything;
  }

  /** Where the service listens on the loopback address. */
  protected abstract int port();

  static Stream<Map.Entry<String, String>> bad() {
    return BadTokens.all();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void a_token_that_is_not_for_us_by_our_issuer_and_of_now_opens_nothing(
      Map.Entry<String, String> token) {
    assertThat(status(token.getValue())).isEqualTo(401);
  }

  @Test
  void clocks_may_differ_by_a_few_seconds() {
    var now = Instant.now().getEpochSecond();

    opens(administrator().time("exp", now - 10));
    opens(administrator().time("nbf", now + 10));
    opens(administrator().time("iat", now + 10));
  }

  private static TestTokens administrator() {
    return TestTokens.of("administrator").unit("D01");
  }

  private void opens(TestTokens token) {
    assertThat(status(token.sign())).isEqualTo(200);
  }

  private int status(String token) {
    return new RawHttp(port(), token).send("GET " + anything).status();
  }
}
