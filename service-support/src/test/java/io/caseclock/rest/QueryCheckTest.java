package io.caseclock.rest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.caseclock.problem.Problem.Violation;
import io.caseclock.problem.ProblemException;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestQuery;
import org.junit.jupiter.api.Test;

class QueryCheckTest {

  static class Page {
    @QueryParam("after")
    String after = "";
  }

  static class LargePage extends Page {
    @QueryParam("limit")
    int limit;
  }

  static class Resource {
    @GET
    public void plain(
        @PathParam("id") String id,
        @QueryParam("unit") String unit,
        @QueryParam("status") List<String> statuses,
        @RestQuery String caseId,
        @RestQuery("named") String other,
        @BeanParam LargePage page) {}

    @GET
    @TakesQuery({"kind", "day"})
    public void byHand(@Context UriInfo uri) {}

    @GET
    @Produces("text/html")
    public void page() {}

    @GET
    public void nothing() {}
  }

  @Test
  void parameters_are_known_by_their_names_outside() {
    assertThat(DeclaredParameters.query(method("plain")))
        .containsExactly(
            Map.entry("after", false),
            Map.entry("caseId", false),
            Map.entry("limit", false),
            Map.entry("named", false),
            Map.entry("status", true),
            Map.entry("unit", false));
    assertThat(DeclaredParameters.query(method("byHand"))).containsOnlyKeys("day", "kind");
    assertThat(DeclaredParameters.query(method("page"))).containsOnlyKeys("lang", "theme");
  }

  @Test
  void an_unknown_parameter_is_refused_and_the_known_ones_are_named() {
    assertThat(faults("plain", Map.of("statuses", List.of("met"))))
        .containsExactly(
            new Violation(
                "/statuses", "is not known; known are after, caseId, limit, named, status, unit"));
    assertThat(faults("nothing", Map.of("limit", List.of("1"))))
        .containsExactly(new Violation("/limit", "is not known; there are no parameters here"));
    assertThat(faults("plain", Map.of("Unit", List.of("x")))).hasSize(1);
  }

  @Test
  void only_what_may_be_several_is_sent_twice() {
    assertThat(faults("plain", Map.of("unit", List.of("a", "a"))))
        .containsExactly(new Violation("/unit", "is sent more than once"));
    assertThatCode(() -> check("plain", Map.of("status", List.of("a", "b"), "unit", List.of("a"))))
        .doesNotThrowAnyException();
  }

  @Test
  void what_is_no_whole_number_is_refused_where_one_is_meant() {
    assertThat(faults("plain", Map.of("limit", List.of("x"))))
        .containsExactly(new Violation("/limit", "is a whole number"));
    assertThat(faults("plain", Map.of("limit", List.of("")))).hasSize(1);
    assertThat(faults("plain", Map.of("limit", List.of("99999999999")))).hasSize(1);
    assertThatCode(() -> check("plain", Map.of("limit", List.of("-7"), "unit", List.of("x"))))
        .doesNotThrowAnyException();
  }

  @Test
  void one_without_a_value_is_refused_but_from_a_form_of_a_page() {
    var empty = Map.of("unit", List.of(" "), "status", List.of("met", ""));

    assertThat(faults("plain", empty))
        .containsExactlyInAnyOrder(
            new Violation("/unit", "has a value, or is left out"),
            new Violation("/status", "has a value, or is left out"));
    assertThatCode(() -> check("plain", true, empty)).doesNotThrowAnyException();
  }

  private static List<Violation> faults(String method, Map<String, List<String>> sent) {
    return catchThrowableOfType(ProblemException.class, () -> check(method, sent))
        .problem()
        .violations();
  }

  private static void check(String method, Map<String, List<String>> sent) {
    check(method, false, sent);
  }

  private static void check(String method, boolean mayBeEmpty, Map<String, List<String>> sent) {
    var declared = method(method);
    QueryCheck.check(
        DeclaredParameters.query(declared), DeclaredParameters.numbers(declared), mayBeEmpty, sent);
  }

  private static Method method(String name) {
    return Arrays.stream(Resource.class.getDeclaredMethods())
        .filter(method -> method.getName().equals(name))
        .findFirst()
        .orElseThrow();
  }
}
