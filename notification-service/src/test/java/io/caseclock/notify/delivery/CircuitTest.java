package io.caseclock.notify.delivery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.notify.delivery.Circuit.State;
import io.caseclock.time.Backoff;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CircuitTest {

  private static final Instant START = Instant.parse("2026-03-13T04:00:00Z");
  private static final Duration PAUSE = Duration.ofMinutes(1);
  private static final Circuit.Policy POLICY =
      new Circuit.Policy(3, new Backoff(PAUSE, Duration.ofMinutes(3)));

  @Test
  void so_many_failures_in_a_row_open_it() {
    var two = failed(Circuit.closed(START), 2);
    assertThat(two.state()).isEqualTo(State.CLOSED);
    assertThat(two.allows(START, 50)).isEqualTo(50);

    var three = failed(Circuit.closed(START), 3);
    assertThat(three.state()).isEqualTo(State.OPEN);
    assertThat(three.allows(START, 50)).isZero();
    assertThat(three.lastError()).isEqualTo("TIMEOUT");

    assertThat(failed(Circuit.closed(START), 4).state()).isEqualTo(State.OPEN);
  }

  @Test
  void a_success_between_starts_the_count_anew() {
    var circuit = failed(failed(Circuit.closed(START), 2).succeeded(START), 2);

    assertThat(circuit.state()).isEqualTo(State.CLOSED);
  }

  @Test
  void after_the_pause_one_may_probe() {
    var open = failed(Circuit.closed(START), 3);
    var over = START.plus(PAUSE);

    assertThat(open.allows(over.minusMillis(1), 50)).isZero();
    assertThat(open.isOpen(over.minusMillis(1))).isTrue();
    assertThat(open.allows(over, 50)).isEqualTo(1);
    assertThat(open.isOpen(over)).isFalse();
    assertThat(open.allows(over.plusMillis(1), 50)).isEqualTo(1);
  }

  @Test
  void while_a_probe_is_on_its_way_nothing_else_is_until_it_counts_as_lost() {
    var until = START.plusSeconds(120);
    var probing = failed(Circuit.closed(START), 3).probing(until);

    assertThat(probing.state()).isEqualTo(State.HALF_OPEN);
    assertThat(probing.allows(until.minusMillis(1), 50)).isZero();
    assertThat(probing.allows(until, 50)).isEqualTo(1);
  }

  @Test
  void a_probe_that_succeeds_closes_it() {
    var at = START.plusSeconds(61);
    var closed = failed(Circuit.closed(START), 3).probing(at.plusSeconds(60)).succeeded(at);

    assertThat(closed.state()).isEqualTo(State.CLOSED);
    assertThat(closed.since()).isEqualTo(at);
    assertThat(closed.failures()).isZero();
    assertThat(closed.allows(at, 50)).isEqualTo(50);
  }

  @Test
  void a_probe_that_fails_opens_it_for_twice_as_long_up_to_the_longest() {
    var open = failed(Circuit.closed(START), 3);
    assertThat(open.probeAt()).isEqualTo(START.plus(PAUSE));

    var second = open.probing(START.plusSeconds(120)).failed(START, "TIMEOUT", POLICY);
    assertThat(second.probeAt()).isEqualTo(START.plus(PAUSE.multipliedBy(2)));
    assertThat(second.since()).isEqualTo(START);

    var third = second.probing(START.plusSeconds(240)).failed(START, "TIMEOUT", POLICY);
    assertThat(third.probeAt()).isEqualTo(START.plus(PAUSE.multipliedBy(3)));
  }

  @Test
  void what_fails_late_lengthens_no_pause_and_what_succeeds_late_closes_it() {
    var open = failed(Circuit.closed(START), 3);
    var late = open.failed(START.plusSeconds(5), "BAD_STATUS: 500", POLICY);

    assertThat(late.probeAt()).isEqualTo(open.probeAt());
    assertThat(late.openings()).isEqualTo(1);
    assertThat(open.succeeded(START.plusSeconds(5)).isClosed()).isTrue();
  }

  @Test
  void after_closing_the_pauses_start_anew() {
    var again = failed(failed(Circuit.closed(START), 3).succeeded(START), 3);

    assertThat(again.probeAt()).isEqualTo(START.plus(PAUSE));
  }

  @Test
  void a_policy_that_can_never_open_or_never_probe_is_refused() {
    assertThatThrownBy(() -> new Circuit.Policy(0, new Backoff(PAUSE, PAUSE)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static Circuit failed(Circuit circuit, int times) {
    var next = circuit;
    for (var n = 0; n < times; n++) {
      next = next.failed(START, "TIMEOUT", POLICY);
    }
    return next;
  }
}
