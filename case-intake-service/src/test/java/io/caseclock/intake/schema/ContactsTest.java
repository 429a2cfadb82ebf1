package io.caseclock.intake.schema;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.BuiltInTypes;
import io.caseclock.intake.schema.wire.JsonSchemaCheck;
import io.caseclock.problem.Problem.Violation;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is taken as the address of an officer; letters are sent there, and pages show it. */
class ContactsTest {

  private final EventCatalogue catalogue = new EventCatalogue(List.of());
  private final DataCheck schemas = new JsonSchemaCheck(catalogue.types());

  @ParameterizedTest
  @ValueSource(strings = {"o1@police.example", "O'Neill+x@sub.police.example", "虚构@警察.example"})
  void an_address_is_taken(String email) {
    assertThat(violations("email", email)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "o1",
        "o1@",
        "@police.example",
        "o1@police@example",
        "o1 @police.example",
        "o1@police.example\n",
        "o1@police.example\r\nBcc: all@police.example",
        "o1@police.example\u2028",
        "o1\u0000@police.example",
        "o1\u001B[2J@police.example",
        "o1\u202E@police.example",
        "o1\u2066@police.example"
      })
  void what_ends_a_line_works_a_terminal_or_turns_text_is_not(String email) {
    assertThat(violations("email", email))
        .extracting(Violation::pointer)
        .containsExactly("/contacts/email");
  }

  @ParameterizedTest
  @ValueSource(strings = {"19900000001\n", "1990000\u202E0001", "+", "199 0000 0001"})
  void a_number_is_of_digits_alone(String mobile) {
    assertThat(violations("mobile", mobile))
        .extracting(Violation::pointer)
        .containsExactly("/contacts/mobile");
  }

  private List<Violation> violations(String kind, String contact) {
    var type = catalogue.type(BuiltInTypes.OFFICER_ASSIGNED).orElseThrow();
    return schemas.violations(
        type,
        Map.of(
            "name",
            "虚构警官",
            "unit",
            "D01",
            "roles",
            List.of("officer"),
            "contacts",
            Map.of(kind, contact)));
  }
}
