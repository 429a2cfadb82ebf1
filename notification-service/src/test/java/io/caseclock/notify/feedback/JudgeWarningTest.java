package io.caseclock.notify.feedback;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.notify.feedback.JudgeWarning.Kept;
import io.caseclock.notify.feedback.JudgeWarning.Outcome;
import io.caseclock.notify.feedback.JudgeWarning.Refused;
import io.caseclock.notify.feedback.JudgeWarning.Why;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JudgeWarningTest {

  private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");

  private final List<Judgement> kept = new ArrayList<>();

  /** O1 was told warning W1, and nobody else anything. */
  private final JudgeWarning judge =
      new JudgeWarning(
          new InMemory(), (message, person) -> message.equals("W1") && person.equals("O1"));

  @Test
  void a_receiver_may_call_it_right_or_wrong_with_a_cause() {
    assertThat(says("O1", true, null)).isInstanceOf(Kept.class);
    assertThat(says("O1", false, Cause.SOURCE_SILENT)).isInstanceOf(Kept.class);

    assertThat(kept).extracting(Judgement::cause).containsExactly(null, Cause.SOURCE_SILENT);
  }

  @Test
  void somebody_who_was_not_told_learns_not_even_that_it_exists() {
    assertThat(says("O2", true, null)).isEqualTo(new Refused(Why.UNKNOWN));
    assertThat(says(null, true, null)).isEqualTo(new Refused(Why.UNKNOWN));
  }

  @Test
  void a_wrong_one_needs_a_cause_and_a_right_one_takes_none() {
    assertThat(says("O1", false, null)).isEqualTo(new Refused(Why.CAUSE_MISSING));
    assertThat(says("O1", true, Cause.WRONG_RULE)).isEqualTo(new Refused(Why.CAUSE_OF_RIGHT));
    assertThat(kept).isEmpty();
  }

  @Test
  void a_text_is_as_long_as_it_may_be_and_not_longer() {
    assertThat(says("O1", "长".repeat(2_000))).isInstanceOf(Kept.class);
    assertThat(says("O1", "长".repeat(2_001))).isEqualTo(new Refused(Why.TEXT_UNFIT));
    assertThat(says("O1", "\u3164")).isEqualTo(new Refused(Why.TEXT_UNFIT));
    assertThat(says("O1", "看\u202E过")).isEqualTo(new Refused(Why.TEXT_UNFIT));
    assertThat(kept).extracting(judgement -> judgement.text().length()).containsExactly(2_000);
  }

  @Test
  void nobodys_own_words_get_into_a_log() {
    says("O1", "很私人的话");

    assertThat(kept).extracting(Judgement::text).containsExactly("很私人的话");
    assertThat(kept.toString()).doesNotContain("很私人的话");
  }

  private Outcome says(@Nullable String officer, boolean right, @Nullable Cause cause) {
    return judge.judge("W1", caller(officer), right, cause, "", NOW);
  }

  private Outcome says(String officer, String text) {
    return judge.judge("W1", caller(officer), true, null, text, NOW);
  }

  private static Caller caller(@Nullable String officer) {
    return new Caller("account", Set.of(Role.OFFICER), "D01", officer);
  }

  private final class InMemory implements Judgements {

    @Override
    public boolean keep(Judgement judgement) {
      return kept.add(judgement);
    }

    @Override
    public List<Judgement> history(String messageId, String person) {
      return List.copyOf(kept).reversed();
    }

    @Override
    public List<Judgement> newest(Collection<String> messageIds, String person) {
      return history("W1", person).stream().limit(1).toList();
    }
  }
}
