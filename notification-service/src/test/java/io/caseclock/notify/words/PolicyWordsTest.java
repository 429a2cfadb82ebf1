package io.caseclock.notify.words;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.pack.Match;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PolicyWordsTest {

  private final PolicyWords words = new PolicyWords(Set.of(), Set.of(), Set.of("email", "sms"));

  private static Route pushing(String channel) {
    var step = new Step(Duration.ZERO, List.of("officer"), List.of(channel));
    return new Route(
        "all", Match.EVERYTHING, false, false, List.of(step), null, Duration.ofDays(7));
  }

  @Test
  void a_pack_may_name_the_kinds_of_channels_that_there_are() {
    assertThatCode(() -> words.requireChannels(List.of(pushing("sms")))).doesNotThrowAnyException();
  }

  @Test
  void a_pack_that_names_another_one_stops_the_start_and_the_kinds_are_told() {
    assertThatThrownBy(() -> words.requireChannels(List.of(pushing("emial"))))
        .hasMessage("route all of the rule pack: push is one of email, sms; not 'emial'");
  }
}
