package io.caseclock.notify.notice;

import static io.caseclock.testsupport.RawCaller.head;
import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.Office;
import io.caseclock.testsupport.InfrastructureResource;
import io.caseclock.testsupport.RawCaller;
import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.io.IOException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
@WithTestResource(
    value = InfrastructureResource.class,
    initArgs = @ResourceArg(name = "schema", value = "notification"))
class UploadToNothingTest {

  @Inject Office office;

  @BeforeEach
  void anOffice() {
    office.open();
  }

  @ParameterizedTest
  @CsvSource({
    "/api/v1/notices/no-such-notice/evidence, application/pdf",
    "/api/v1/notices/no-such-notice/evidence, multipart/form-data; boundary=b",
    "/notices/no-such-notice/evidence, multipart/form-data; boundary=b"
  })
  void no_byte_is_read_for_a_notice_that_is_not_there(String path, String type) throws IOException {
    var announced =
        head(
            path,
            token(),
            "Content-Type: " + type,
            "Origin: http://localhost:" + RestAssured.port,
            "Sec-Fetch-Site: same-origin",
            "Content-Length: 11000000");

    try (var caller = RawCaller.to(RestAssured.port)) {
      assertThat(caller.send(announced).statusLine()).contains("404");
    }
  }

  @Test
  void nothing_here_is_larger_than_an_upload() throws IOException {
    var announced =
        head(
            "/api/v1/notices/no-such-notice/evidence",
            token(),
            "Content-Type: application/pdf",
            "Content-Length: 12582913");

    try (var caller = RawCaller.to(RestAssured.port)) {
      assertThat(caller.send(announced).untilClosed())
          .startsWith("HTTP/1.1 413")
          .contains("urn:caseclock:problem:too-large");
    }
  }

  private static String token() {
    return TestTokens.of("officer").unit("D0101").officer("O1").sign();
  }
}
