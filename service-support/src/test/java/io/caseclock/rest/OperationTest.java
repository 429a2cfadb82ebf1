package io.caseclock.rest;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

class OperationTest {

  @Path("/api/v1/silences/")
  interface Silences {
    @Path("/{id: [a-z]+}/approve")
    void approve();

    void propose();
  }

  @Path("/")
  interface Pages {
    @Path("sign-in")
    void signIn();

    void home();
  }

  @Test
  void it_is_the_method_and_the_template_of_the_path() {
    assertThat(of("POST", Silences.class, "approve"))
        .isEqualTo("POST /api/v1/silences/{id}/approve");
    assertThat(of("POST", Silences.class, "propose")).isEqualTo("POST /api/v1/silences");
    assertThat(of("POST", Pages.class, "signIn")).isEqualTo("POST /sign-in");
    assertThat(of("GET", Pages.class, "home")).isEqualTo("GET /");
  }

  private static String of(String httpMethod, Class<?> resource, String name) {
    var method =
        Arrays.stream(resource.getDeclaredMethods())
            .filter(one -> one.getName().equals(name))
            .findFirst()
            .orElseThrow();
    return Operation.of(httpMethod, resource, method);
  }
}
