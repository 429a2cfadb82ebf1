package io.caseclock.notify.signin;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.signin.SignInOutcome.Refused;
import io.caseclock.notify.signin.SignInOutcome.SignedIn;
import io.caseclock.notify.signin.SignInOutcome.TooSoon;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ThrottledSignInTest {

  private static final String HERE = "192.0.2.1";
  private static final String THERE = "192.0.2.2";
  private static final Account ACCOUNT = new Account("officer", "officer", "D0102", "O1", "示例民警");

  private static final SignIn ONE_ACCOUNT =
      new SignIn() {
        @Override
        public boolean isOffered() {
          return true;
        }

        @Override
        public SignInOutcome attempt(String username, String password, String address) {
          return username.equals("officer") && password.equals("right")
              ? new SignedIn(ACCOUNT)
              : new Refused();
        }

        @Override
        public Optional<Account> find(String username) {
          return username.equals("officer") ? Optional.of(ACCOUNT) : Optional.empty();
        }
      };

  private Instant now = Instant.parse("2026-03-12T00:00:00Z");
  private final SignIn signIn = braked(8_192);

  private ThrottledSignIn braked(int groups) {
    return new ThrottledSignIn(
        ONE_ACCOUNT,
        () -> now,
        new FailedAttempts(groups, (name, address) -> (long) (name + "@" + address).hashCode()));
  }

  @Test
  void four_slips_cost_nothing_and_the_fifth_a_second() {
    fail("officer", 4);
    assertThat(signIn.attempt("officer", "right", HERE)).isInstanceOf(SignedIn.class);

    fail("officer", 5);
    assertThat(signIn.attempt("officer", "right", HERE)).isEqualTo(tooSoon("PT1S"));
    now = now.plusMillis(999);
    assertThat(signIn.attempt("officer", "right", HERE)).isEqualTo(tooSoon("PT0.001S"));
    now = now.plusMillis(1);
    assertThat(signIn.attempt("officer", "right", HERE)).isInstanceOf(SignedIn.class);
  }

  @Test
  void each_further_failure_doubles_the_wait_up_to_a_minute() {
    fail("officer", 5);
    for (var seconds : new int[] {1, 2, 4, 8, 16, 32, 60, 60, 60, 60, 60, 60}) {
      assertThat(signIn.attempt("officer", "wrong", HERE)).isEqualTo(tooSoon("PT" + seconds + "S"));
      now = now.plusSeconds(seconds);
      assertThat(signIn.attempt("officer", "wrong", HERE)).isInstanceOf(Refused.class);
    }
  }

  @Test
  void names_that_do_not_exist_are_treated_alike_and_others_are_not_touched() {
    fail("nobody", 5);

    assertThat(signIn.attempt("nobody", "right", HERE)).isInstanceOf(TooSoon.class);
    assertThat(signIn.attempt("officer", "right", HERE)).isInstanceOf(SignedIn.class);
  }

  @Test
  void a_success_forgets_the_failures_before_it() {
    fail("officer", 4);
    signIn.attempt("officer", "right", HERE);
    fail("officer", 4);

    assertThat(signIn.attempt("officer", "right", HERE)).isInstanceOf(SignedIn.class);
  }

  @Test
  void who_guesses_elsewhere_keeps_nobody_out() {
    for (var i = 0; i < 1_000; i++) {
      signIn.attempt("officer", "wrong", THERE);
      now = now.plusSeconds(60);
    }

    assertThat(signIn.attempt("officer", "right", THERE)).isInstanceOf(SignedIn.class);
    fail("officer", 5);
    assertThat(signIn.attempt("officer", "right", HERE)).isInstanceOf(TooSoon.class);
    assertThat(signIn.attempt("officer", "right", THERE)).isInstanceOf(SignedIn.class);
  }

  @Test
  void all_addresses_of_one_network_count_as_one() {
    for (var i = 0; i < 5; i++) {
      signIn.attempt("officer", "wrong", "2001:db8:0:7::" + i);
    }

    assertThat(signIn.attempt("officer", "right", "2001:db8:0:7:ffff::1"))
        .isInstanceOf(TooSoon.class);
    assertThat(signIn.attempt("officer", "right", "2001:db8:0:8::1")).isInstanceOf(SignedIn.class);
    assertThat(ClientNetwork.of("192.0.2.1")).isEqualTo("192.0.2.1");
    assertThat(ClientNetwork.of("fe80::1%eth0")).isEqualTo("fe80000000000000/64");
    assertThat(ClientNetwork.of("not an address")).isEqualTo("not an address");
  }

  @Test
  void ten_thousand_other_names_do_not_wash_a_count_away() {
    fail("officer", 20, Duration.ofMinutes(1));
    for (var i = 0; i < 10_000; i++) {
      signIn.attempt("name" + i, "wrong", HERE);
    }

    assertThat(signIn.attempt("officer", "right", HERE)).isEqualTo(tooSoon("PT1M"));
  }

  @Test
  void in_a_table_full_of_others_a_newcomer_takes_the_smallest_count_over() {
    var full = braked(1);
    for (var i = 0; i < 10_000; i++) {
      full.attempt("name" + i, "wrong", HERE);
    }

    assertThat(full.attempt("officer", "wrong", HERE)).isInstanceOf(Refused.class);
    assertThat(full.attempt("officer", "right", HERE)).isEqualTo(tooSoon("PT1M"));
    assertThat(full.attempt("officer", "right", THERE)).isInstanceOf(SignedIn.class);
  }

  @Test
  void an_hour_without_a_failure_begins_the_count_anew() {
    fail("officer", 20, Duration.ofMinutes(1));
    now = now.plus(FailedAttempts.KEPT);
    fail("officer", 4);

    assertThat(signIn.attempt("officer", "right", HERE)).isInstanceOf(SignedIn.class);
  }

  private void fail(String username, int times, Duration between) {
    for (var i = 0; i < times; i++) {
      now = now.plus(between);
      assertThat(signIn.attempt(username, "wrong", HERE)).isInstanceOf(Refused.class);
    }
  }

  private void fail(String username, int times) {
    for (var i = 0; i < times; i++) {
      assertThat(signIn.attempt(username, "wrong", HERE)).isInstanceOf(Refused.class);
    }
  }

  private static TooSoon tooSoon(String pause) {
    return new TooSoon(Duration.parse(pause));
  }
}
