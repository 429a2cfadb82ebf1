package io.caseclock.notify.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.signin.SignInOutcome.Refused;
import io.caseclock.notify.signin.SignInOutcome.SignedIn;
import io.caseclock.notify.signin.SignInOutcome.TooSoon;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class BrakedSignInTest {

  private static final SignIn ONE_ACCOUNT =
      new SignIn() {
        @Override
        public boolean isOffered() {
          return true;
        }

        @Override
        public SignInOutcome attempt(String username, String password) {
          return username.equals("officer") && password.equals("right")
              ? new SignedIn("token")
              : new Refused();
        }
      };

  private Instant now = Instant.parse("2026-03-12T00:00:00Z");
  private final SignIn signIn = new BrakedSignIn(ONE_ACCOUNT, () -> now);

  @Test
  void four_slips_cost_nothing_and_the_fifth_a_second() {
    fail("officer", 4);
    assertThat(signIn.attempt("officer", "right")).isInstanceOf(SignedIn.class);

    fail("officer", 5);
    assertThat(signIn.attempt("officer", "right")).isEqualTo(tooSoon("PT1S"));
    now = now.plusMillis(999);
    assertThat(signIn.attempt("officer", "right")).isEqualTo(tooSoon("PT0.001S"));
    now = now.plusMillis(1);
    assertThat(signIn.attempt("officer", "right")).isInstanceOf(SignedIn.class);
  }

  @Test
  void each_further_failure_doubles_the_wait_up_to_a_minute() {
    fail("officer", 5);
    for (var seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60}) {
      assertThat(signIn.attempt("officer", "wrong")).isEqualTo(tooSoon("PT" + seconds + "S"));
      now = now.plusSeconds(seconds);
      assertThat(signIn.attempt("officer", "wrong")).isInstanceOf(Refused.class);
    }
  }

  @Test
  void names_that_do_not_exist_are_treated_alike_and_others_are_not_touched() {
    fail("nobody", 5);

    assertThat(signIn.attempt("nobody", "right")).isInstanceOf(TooSoon.class);
    assertThat(signIn.attempt("officer", "right")).isInstanceOf(SignedIn.class);
  }

  @Test
  void a_success_forgets_the_failures_before_it() {
    fail("officer", 4);
    signIn.attempt("officer", "right");
    fail("officer", 4);

    assertThat(signIn.attempt("officer", "right")).isInstanceOf(SignedIn.class);
  }

  private void fail(String username, int times) {
    for (var i = 0; i < times; i++) {
      assertThat(signIn.attempt(username, "wrong")).isInstanceOf(Refused.class);
    }
  }

  private static TooSoon tooSoon(String pause) {
    return new TooSoon(Duration.parse(pause));
  }
}
