package io.caseclock.notify.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.channel.DeliveryOutcome;
import io.caseclock.notify.delivery.Circuit;
import io.caseclock.notify.escalation.Acknowledge;
import io.caseclock.notify.feedback.Cause;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.RecipientReason;
import io.caseclock.notify.message.Superseded;
import io.caseclock.notify.silence.AskForSilence;
import io.caseclock.notify.silence.Silence;
import io.caseclock.pack.Match;
import io.caseclock.pack.Step;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class TextsTest {

  @Test
  void both_languages_say_the_same_things() {
    assertThat(Texts.of(Language.ZH).keySet()).isEqualTo(Texts.of(Language.EN).keySet());
    assertThat(Texts.of(Language.ZH)).isNotEmpty();
  }

  @Test
  void there_is_a_word_for_everything_that_the_core_may_say() {
    assertThat(Texts.of(Language.ZH).keySet())
        .containsAll(keys("kind_", MessageKind.values(), MessageKind::wire))
        .containsAll(keys("why_", RecipientReason.values(), RecipientReason::wire))
        .containsAll(keys("told_as_", RecipientReason.values(), RecipientReason::wire))
        .containsAll(keys("superseded_", Superseded.values(), Superseded::wire))
        .containsAll(keys("cause_", Cause.values(), Cause::wire))
        .containsAll(keys("circuit_", Circuit.State.values(), TextsTest::lower))
        .containsAll(keys("reason_", DeliveryOutcome.Reason.values(), TextsTest::lower))
        .containsAll(keys("breach_refused_", Acknowledge.Why.values(), TextsTest::lower))
        .containsAll(keys("silence_refused_", AskForSilence.Why.values(), TextsTest::lower))
        .containsAll(
            keys("standing_", Silence.Standing.values(), it -> lower(it).replace('_', '-')))
        .containsAll(keys("policy_kind_", Match.KINDS.toArray(String[]::new), it -> it))
        .containsAll(keys("level_", Match.SEVERITIES.toArray(String[]::new), it -> it))
        .containsAll(keys("tell_", Step.ROLES.toArray(String[]::new), it -> it));
  }

  private static <T> List<String> keys(String prefix, T[] all, Function<T, String> word) {
    return Arrays.stream(all).map(one -> prefix + word.apply(one)).toList();
  }

  private static String lower(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }

  @Test
  void the_selects_offer_all_kinds_and_severities() {
    assertThat(Choices.KINDS).containsExactlyInAnyOrderElementsOf(Match.KINDS);
    assertThat(Choices.SEVERITIES).containsExactlyInAnyOrderElementsOf(Match.SEVERITIES);
  }

  @Test
  void an_id_in_a_path_is_one_segment_whatever_it_holds() {
    assertThat(Links.breach("D1:1:breach")).isEqualTo("/breaches/D1%3A1%3Abreach");
    assertThat(Links.breach("a/../b c?d#e")).isEqualTo("/breaches/a%2F..%2Fb%20c%3Fd%23e");
  }

  @Test
  void a_time_of_a_form_is_a_time_of_the_legal_zone() {
    var time = new PageTime(ZoneId.of("Asia/Shanghai"));
    var at = Instant.parse("2026-03-12T16:00:00Z");

    assertThat(time.instant("2026-03-13T00:00")).contains(at);
    assertThat(time.local(at.plusSeconds(59))).isEqualTo("2026-03-13T00:00");
    assertThat(time.endOf(LocalDate.parse("2026-03-12"))).isEqualTo(at);
    assertThat(time.today(at.minusSeconds(1))).isEqualTo(LocalDate.parse("2026-03-12"));
    assertThat(time.today(at)).isEqualTo(LocalDate.parse("2026-03-13"));
    assertThat(time.instant("2026-02-30T00:00")).isEmpty();
    assertThat(time.instant("+999999999-12-31T23:59")).isEmpty();
    assertThat(time.instant(null)).isEmpty();
    assertThat(PageTime.day("")).isEmpty();
    assertThat(PageTime.day("+10000-01-01")).isEmpty();
    assertThat(PageTime.day("9999-12-31")).isPresent();
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
