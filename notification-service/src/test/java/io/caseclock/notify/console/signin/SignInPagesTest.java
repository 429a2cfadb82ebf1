package io.caseclock.notify.console.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignInPagesTest {

  @Test
  void a_return_path_never_leads_to_another_site() {
    assertThat(SignInPages.ownPath("/notices/N1?lang=en")).isEqualTo("/notices/N1?lang=en");
    assertThat(SignInPages.ownPath("//evil.example")).isEqualTo("/");
    assertThat(SignInPages.ownPath("/\\evil.example")).isEqualTo("/");
    assertThat(SignInPages.ownPath("https://evil.example")).isEqualTo("/");
    assertThat(SignInPages.ownPath(null)).isEqualTo("/");
  }
}
