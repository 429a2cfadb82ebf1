package io.caseclock.access.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.junit.jupiter.api.Test;

class TokenAnswersTest {

  private static final String TOKEN = "a.b.c";

  private final List<CompletableFuture<Boolean>> asked = new ArrayList<>();
  private long nanos;
  private final TokenAnswers answers = new TokenAnswers(Duration.ofSeconds(10), () -> nanos);

  @Test
  void an_answer_counts_for_its_time_and_then_is_asked_for_again() {
    ask().complete(true);

    nanos = Duration.ofSeconds(10).toNanos() - 1;
    assertThat(answers.ask(TOKEN, this::question).toCompletableFuture()).isCompletedWithValue(true);
    assertThat(asked).hasSize(1);

    nanos++;
    answers.ask(TOKEN, this::question);
    assertThat(asked).hasSize(2);
  }

  @Test
  void who_asks_at_the_same_time_waits_for_one_answer() {
    var first = ask();
    var second = answers.ask(TOKEN, this::question).toCompletableFuture();

    first.complete(false);

    assertThat(asked).hasSize(1);
    assertThat(second).isCompletedWithValue(false);
  }

  @Test
  void what_failed_is_asked_again() {
    ask().completeExceptionally(new IllegalStateException("away"));

    answers.ask(TOKEN, this::question);

    assertThat(asked).hasSize(2);
  }

  @Test
  void each_token_has_an_answer_of_its_own() {
    ask().complete(true);

    answers.ask("x.y.z", this::question);

    assertThat(asked).hasSize(2);
  }

  @Test
  void a_token_is_known_to_be_revoked_only_when_that_was_said() {
    assertThat(answers.isKnownRevoked(TOKEN)).isFalse();
    var first = ask();
    assertThat(answers.isKnownRevoked(TOKEN)).isFalse();

    first.complete(false);

    assertThat(answers.isKnownRevoked(TOKEN)).isTrue();
    assertThat(answers.isKnownRevoked("x.y.z")).isFalse();
  }

  @Test
  void who_gives_up_waiting_takes_the_answer_from_nobody() {
    var first = answers.ask(TOKEN, this::question).toCompletableFuture();
    var second = answers.ask(TOKEN, this::question).toCompletableFuture();

    first.cancel(true);
    asked.getFirst().complete(true);

    assertThat(second).isCompletedWithValue(true);
    assertThatThrownBy(first::join).isInstanceOf(CancellationException.class);
  }

  private CompletableFuture<Boolean> ask() {
    answers.ask(TOKEN, this::question);
    return asked.getLast();
  }

  private CompletionStage<Boolean> question(String token) {
    var answer = new CompletableFuture<Boolean>();
    asked.add(answer);
    return answer;
  }
}
