package io.caseclock.monitor;

import static io.restassured.RestAssured.given;

import io.caseclock.testsupport.BadTokens;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Instant;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "monitor"))
class TokenTest {

  private static final String ANYTHING = "/api/v1/rules";

  static Stream<Map.Entry<String, String>> bad() {
    return BadTokens.all();
  }

  @ParameterizedTest
  @MethodSource("bad")
  void a_token_that_is_not_for_us_by_our_issuer_and_of_now_opens_nothing(
      Map.Entry<String, String> token) {
    given().auth().oauth2(token.getValue()).get(ANYTHING).then().statusCode(401);
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

  private static void opens(TestTokens token) {
    given().auth().oauth2(token.sign()).get(ANYTHING).then().statusCode(200);
  }
}
