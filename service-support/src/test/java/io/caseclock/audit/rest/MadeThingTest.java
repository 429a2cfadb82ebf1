package io.caseclock.audit.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.audit.LeadsToMade;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MadeThingTest {

  /** Forms as a console has them. */
  interface Forms {

    @LeadsToMade
    void making();

    void leading();
  }

  @Test
  void an_answer_201_says_what_was_made() {
    assertThat(of(201, "/api/v1/notices/N-1", "leading")).contains("N-1");
    assertThat(of(201, "https://caseclock.example/api/v1/notices/N%202?lang=en", "leading"))
        .contains("N 2");
  }

  @Test
  void a_form_that_leads_to_what_it_made_says_it_too() {
    assertThat(of(303, "/notices/N-1?lang=en", "making")).contains("N-1");
  }

  @Test
  void whatever_else_leads_elsewhere_has_made_nothing() {
    assertThat(of(303, "/inbox", "leading")).isEmpty();
    assertThat(of(303, "/cases/FORGED", "leading")).isEmpty();
    assertThat(of(302, "/notices/N-1", "making")).isEmpty();
    assertThat(of(200, "/api/v1/notices/N-1", "leading")).isEmpty();
    assertThat(of(400, "/notices/N-1", "making")).isEmpty();
  }

  @Test
  void what_is_nowhere_or_in_a_directory_has_no_id() {
    assertThat(of(201, null, "leading")).isEmpty();
    assertThat(of(201, "mailto:nobody@example.org", "leading")).isEmpty();
    assertThat(of(303, "/", "making")).isEmpty();
  }

  private static Optional<String> of(int status, @Nullable String location, String form) {
    try {
      var where = location == null ? null : URI.create(location);
      return MadeThing.of(status, where, Forms.class.getDeclaredMethod(form));
    } catch (NoSuchMethodException e) {
      throw new IllegalStateException(e);
    }
  }
}
