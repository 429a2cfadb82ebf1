package io.caseclock.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class RoleTest {

  @ParameterizedTest
  @EnumSource(Role.class)
  void each_role_is_found_by_its_wire_name(Role role) {
    assertThat(Role.ofWire(role.wire())).contains(role);
  }

  @Test
  void the_constants_for_annotations_are_the_wire_names() {
    var constants =
        Arrays.stream(Role.Wire.class.getFields())
            .collect(Collectors.toMap(Field::getName, RoleTest::value));
    Map<String, Object> wireNames =
        Arrays.stream(Role.values()).collect(Collectors.toMap(Role::name, Role::wire));

    assertThat(constants).isEqualTo(wireNames);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "root", "OFFICER", "legal_officer", "officer "})
  void any_other_word_is_no_role(String word) {
    assertThat(Role.ofWire(word)).isEmpty();
  }

  private static Object value(Field constant) {
    try {
      return constant.get(null);
    } catch (IllegalAccessException e) {
      throw new AssertionError(e);
    }
  }
}
