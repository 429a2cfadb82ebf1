package io.caseclock.notify.console;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void both_languages_say_the_same_things() {
    assertThat(Texts.of(Language.ZH).keySet()).isEqualTo(Texts.of(Language.EN).keySet());
    assertThat(Texts.of(Language.ZH)).isNotEmpty();
  }

  @Test
  void a_return_path_never_leads_to_another_site() {
    assertThat(SignInResource.ownPath("/notices/N1?lang=en")).isEqualTo("/notices/N1?lang=en");
    assertThat(SignInResource.ownPath("//evil.example")).isEqualTo("/");
    assertThat(SignInResource.ownPath("/\\evil.example")).isEqualTo("/");
    assertThat(SignInResource.ownPath("https://evil.example")).isEqualTo("/");
    assertThat(SignInResource.ownPath(null)).isEqualTo("/");
  }
}
