package io.caseclock.notify.silence;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.notify.routing.KnownPeople;
import io.caseclock.notify.silence.AskForSilence.Done;
import io.caseclock.notify.silence.AskForSilence.Misspelt;
import io.caseclock.notify.silence.AskForSilence.Outcome;
import io.caseclock.notify.silence.AskForSilence.Refused;
import io.caseclock.notify.silence.AskForSilence.Why;
import io.caseclock.notify.silence.AskForSilence.Wish;
import io.caseclock.notify.silence.Silence.Covers;
import io.caseclock.notify.silence.Silence.Standing;
import io.caseclock.notify.words.PolicyWords;
import io.caseclock.notify.words.UnknownWord;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Bureau D01 with stations D0102 and D0103; L1 is a legal officer and S1 a supervisor. */
class AskForSilenceTest {

  private static final Instant NOW = Instant.parse("2026-03-10T02:00:00Z");
  private static final Instant TOMORROW = NOW.plus(Duration.ofDays(1));
  private static final Covers WARNINGS = new Covers("warning", null, null, null, null);
  private static final Covers EVERYTHING = new Covers(null, null, null, null, null);

  private static final Caller L1 = caller("L1", "D0102", Role.LEGAL_OFFICER);
  private static final Caller S1 = caller("S1", "D01", Role.SUPERVISOR);
  private static final Caller L3 = caller("L3", "D0103", Role.LEGAL_OFFICER);

  private final KnownPeople people =
      new KnownPeople()
          .unit("D01", null, "bureau")
          .unit("D0102", "D01", "station")
          .unit("D0103", "D01", "station");
  private final SilencesInMemory silences = new SilencesInMemory(people);
  private final AskForSilence ask =
      new AskForSilence(
          silences,
          people,
          new PolicyWords(Set.of("filing-review"), Set.of("closing"), Set.of()),
          silences);

  private static Caller caller(@Nullable String officer, @Nullable String unit, Role role) {
    return new Caller("account", Set.of(role), unit, officer);
  }

  private static Wish wish(Instant from, Instant until) {
    return new Wish("D0102", false, "系统切换", from, until);
  }

  private Outcome proposes(Caller caller, Covers covers, Wish wish) {
    return ask.propose(covers, "S-1", wish, caller, NOW);
  }

  private Silence proposed() {
    return ((Done) proposes(L1, WARNINGS, wish(NOW, TOMORROW))).silence();
  }

  private static Why why(Outcome outcome) {
    return ((Refused) outcome).why();
  }

  @Nested
  class Proposing {

    @Test
    void what_is_proposed_is_kept_with_the_line_of_its_author_and_hides_nothing_yet() {
      var silence = proposed();

      assertThat(silences.kept.values()).containsExactly(silence);
      assertThat(silence.author()).isEqualTo("L1");
      assertThat(silence.authorLine()).containsExactly("D0102", "D01");
      assertThat(silence.standing(NOW)).isEqualTo(Standing.PROPOSED);
      assertThat(silences.inForce(NOW)).isEmpty();
    }

    @Test
    void only_legal_officers_and_supervisors_who_are_officers_of_a_unit_ask() {
      for (var other :
          List.of(
              caller("O1", "D0102", Role.OFFICER),
              caller("A1", "D0102", Role.ADMINISTRATOR),
              caller("A2", "D0102", Role.AUDITOR),
              caller(null, "D0102", Role.SUPERVISOR),
              caller("S2", null, Role.SUPERVISOR))) {
        assertThat(why(proposes(other, WARNINGS, wish(NOW, TOMORROW)))).isEqualTo(Why.NOT_ALLOWED);
      }
      assertThat(silences.kept).isEmpty();
    }

    @Test
    void a_unit_outside_the_own_subtree_is_unknown() {
      assertThat(why(proposes(L3, WARNINGS, wish(NOW, TOMORROW)))).isEqualTo(Why.UNKNOWN);
      assertThat(proposes(S1, WARNINGS, wish(NOW, TOMORROW))).isInstanceOf(Done.class);
    }

    @Test
    void it_ends_in_the_future_and_after_it_begins() {
      badTime(NOW.minusSeconds(9), NOW.minusSeconds(1));
      badTime(NOW.minusSeconds(9), NOW);
      goodTime(NOW.minusSeconds(9), NOW.plusSeconds(1));
      badTime(TOMORROW, TOMORROW.minusSeconds(1));
      badTime(TOMORROW, TOMORROW);
      goodTime(TOMORROW, TOMORROW.plusSeconds(1));
    }

    @Test
    void it_lasts_thirty_days_at_most() {
      goodTime(NOW, NOW.plus(AskForSilence.LONGEST).minusSeconds(1));
      goodTime(NOW, NOW.plus(AskForSilence.LONGEST));
      badTime(NOW, NOW.plus(AskForSilence.LONGEST).plusSeconds(1));
    }

    @Test
    void it_ends_within_a_year() {
      var ahead = NOW.plus(AskForSilence.FARTHEST);

      goodTime(ahead.minusSeconds(9), ahead);
      badTime(ahead.minusSeconds(9), ahead.plusSeconds(1));
    }

    private void goodTime(Instant from, Instant until) {
      assertThat(proposes(L1, WARNINGS, wish(from, until))).isInstanceOf(Done.class);
    }

    private void badTime(Instant from, Instant until) {
      assertThat(why(proposes(L1, WARNINGS, wish(from, until)))).isEqualTo(Why.BAD_TIME);
    }

    @Test
    void everything_is_silent_only_if_somebody_says_so() {
      var everything = new Wish("D0102", true, "搬迁", NOW, TOMORROW);

      assertThat(why(proposes(L1, EVERYTHING, wish(NOW, TOMORROW)))).isEqualTo(Why.NOTHING_NAMED);
      assertThat(why(proposes(L1, WARNINGS, everything))).isEqualTo(Why.EVERYTHING_AND_MORE);
      assertThat(silences.kept).isEmpty();
      assertThat(proposes(L1, EVERYTHING, everything)).isInstanceOf(Done.class);
    }

    @Test
    void every_word_that_means_nothing_is_named() {
      var nonsense = new Covers("rumour", "Grave", "", "no-such-rule", "A1");

      var outcome = (Misspelt) proposes(L1, nonsense, wish(NOW, TOMORROW));

      assertThat(outcome.words())
          .extracting(UnknownWord::place)
          .containsExactly("kind", "severity", "list", "rule");
      assertThat(silences.kept).isEmpty();
    }

    @Test
    void the_words_of_the_packs_are_taken() {
      var all = new Covers("breach", "grave", "closing", "filing-review", "A1");

      assertThat(proposes(L1, all, wish(NOW, TOMORROW))).isInstanceOf(Done.class);
    }
  }

  @Nested
  class Approving {

    @Test
    void a_second_person_approves_it_and_then_it_is_in_force() {
      var id = proposed().id();

      var silence = ((Done) ask.approve(id, S1, NOW)).silence();

      assertThat(silence.approvedBy()).isEqualTo("S1");
      assertThat(silence.approvedAt()).isEqualTo(NOW);
      assertThat(silences.inForce(NOW)).containsExactly(silence);
    }

    @Test
    void the_author_does_not_approve_the_own_silence() {
      var id = proposed().id();

      assertThat(why(ask.approve(id, L1, NOW))).isEqualTo(Why.OWN_SILENCE);
      assertThat(silences.inForce(NOW)).isEmpty();
    }

    @Test
    void what_is_approved_or_over_is_not_approved_again() {
      var id = proposed().id();

      assertThat(why(ask.approve(id, S1, TOMORROW))).isEqualTo(Why.NOT_WAITING);
      assertThat(ask.approve(id, S1, TOMORROW.minusSeconds(1))).isInstanceOf(Done.class);
      assertThat(why(ask.approve(id, S1, NOW))).isEqualTo(Why.NOT_WAITING);
    }

    @Test
    void a_neighbour_or_an_officer_without_the_role_approves_nothing() {
      var id = proposed().id();

      assertThat(why(ask.approve(id, L3, NOW))).isEqualTo(Why.UNKNOWN);
      assertThat(why(ask.approve("none", S1, NOW))).isEqualTo(Why.UNKNOWN);
      assertThat(why(ask.approve(id, caller("O1", "D0102", Role.OFFICER), NOW)))
          .isEqualTo(Why.NOT_ALLOWED);
      assertThat(silences.inForce(NOW)).isEmpty();
    }
  }

  @Nested
  class Ending {

    @Test
    void anybody_who_may_ask_ends_it_and_what_it_held_back_is_looked_at_again() {
      var id = proposed().id();
      ask.approve(id, S1, NOW);

      var silence = ((Done) ask.end(id, L1, NOW.plusSeconds(5))).silence();

      assertThat(silence.endedBy()).isEqualTo("L1");
      assertThat(silence.endedAt()).isEqualTo(NOW.plusSeconds(5));
      assertThat(silence.approvedBy()).isEqualTo("S1");
      assertThat(silences.inForce(NOW.plusSeconds(5))).isEmpty();
      assertThat(silences.reconsidered).containsExactly(NOW.plusSeconds(5));
    }

    @Test
    void it_ends_only_once() {
      var id = proposed().id();
      ask.end(id, S1, NOW);

      assertThat(why(ask.end(id, S1, NOW))).isEqualTo(Why.NOT_WAITING);
      assertThat(silences.reconsidered).hasSize(1);
    }

    @Test
    void what_is_over_by_itself_is_not_ended() {
      var id = proposed().id();

      assertThat(why(ask.end(id, S1, TOMORROW))).isEqualTo(Why.NOT_WAITING);
      assertThat(silences.reconsidered).isEmpty();
    }

    @Test
    void a_neighbour_or_an_officer_without_the_role_ends_nothing() {
      var id = proposed().id();

      assertThat(why(ask.end(id, L3, NOW))).isEqualTo(Why.UNKNOWN);
      assertThat(why(ask.end(id, caller("O1", "D0102", Role.OFFICER), NOW)))
          .isEqualTo(Why.NOT_ALLOWED);
      assertThat(silences.reconsidered).isEmpty();
    }
  }
}
