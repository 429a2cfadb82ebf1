package io.caseclock.notify.channel;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.channel.DeliveryOutcome.Delivered;
import io.caseclock.notify.channel.DeliveryOutcome.Failed;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every channel does besides whose other end lies beyond a network. */
public abstract class RemoteChannelBehaviour extends ChannelBehaviour {

  @Test
  void a_refusal_has_certainly_not_arrived() throws Exception {
    assertThat(failure(OtherEnd.REFUSES).isCertain()).isTrue();
  }

  @Test
  void nobody_there_has_certainly_not_arrived() throws Exception {
    var failure = failure(OtherEnd.IS_AWAY);

    assertThat(failure.reason()).isEqualTo(DeliveryOutcome.Reason.UNREACHABLE);
    assertThat(failure.isCertain()).isTrue();
  }

  @Test
  void silence_is_no_proof_of_anything() throws Exception {
    var failure = failure(OtherEnd.IS_SILENT);

    assertThat(failure.reason()).isEqualTo(DeliveryOutcome.Reason.TIMEOUT);
    assertThat(failure.isCertain()).isFalse();
  }

  @Test
  void a_connection_that_breaks_is_no_proof_of_anything() throws Exception {
    assertThat(failure(OtherEnd.BREAKS_OFF).isCertain()).isFalse();
  }

  @Test
  void who_takes_it_and_hangs_holds_nobody_up_and_is_never_a_certain_failure() throws Exception {
    assertThat(send(OtherEnd.TAKES_AND_HANGS)).satisfies(RemoteChannelBehaviour::mayHaveArrived);
  }

  @Test
  void an_answer_without_end_is_not_read_to_its_end() throws Exception {
    assertThat(send(OtherEnd.ANSWERS_WITHOUT_END))
        .satisfies(RemoteChannelBehaviour::mayHaveArrived);
  }

  @Test
  void a_failure_tells_nothing_that_is_secret() throws Exception {
    for (var otherEnd : List.of(OtherEnd.REFUSES, OtherEnd.IS_AWAY, OtherEnd.BREAKS_OFF)) {
      assertThat(send(otherEnd).toString()).doesNotContain("not-a-real", "127.0.0.1", "example");
    }
  }

  private static void mayHaveArrived(DeliveryOutcome outcome) {
    if (outcome instanceof Failed failed) {
      assertThat(failed.isCertain()).isFalse();
    } else {
      assertThat(outcome).isEqualTo(new Delivered());
    }
  }

  private Failed failure(OtherEnd otherEnd) throws Exception {
    var outcome = send(otherEnd);
    assertThat(outcome).isInstanceOf(Failed.class);
    return (Failed) outcome;
  }
}
