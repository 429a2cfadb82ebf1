package io.caseclock.notify.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Names;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Set;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTextsTest {

  private final MessageTexts wording = new MessageTexts(ZoneId.of("Asia/Shanghai"));

  @Test
  void a_day_that_ends_at_midnight_is_named_with_24_hours() {
    var due = wording.due(Instant.parse("2026-03-12T16:00:00Z"), null);

    assertThat(due).isEqualTo(new Names("2026年3月12日 24:00", "12 Mar 2026 24:00"));
  }

  @Test
  void an_hour_period_is_named_with_its_minute() {
    var due = wording.due(Instant.parse("2026-03-12T15:59:00Z"), null);

    assertThat(due).isEqualTo(new Names("2026年3月12日 23:59", "12 Mar 2026 23:59"));
  }

  @Nested
  class Where_the_packs_have_several_zones {

    private static final ZoneId ROME = ZoneId.of("Europe/Rome");
    private static final Instant FINE_DUE = Instant.parse("2007-01-24T23:00:00Z");

    private final MessageTexts mixed = new MessageTexts(ZoneId.of("Asia/Shanghai"), Set.of(ROME));

    @Test
    void a_fine_in_italy_is_due_on_the_day_that_the_pack_counts_and_says_in_which_zone() {
      assertThat(mixed.due(FINE_DUE, ROME))
          .isEqualTo(new Names("2007年1月24日 24:00（Europe/Rome）", "24 Jan 2007 24:00 (Europe/Rome)"));
    }

    @Test
    void what_belongs_to_no_pack_has_the_usual_zone_and_names_it_too() {
      assertThat(mixed.moment(FINE_DUE).en()).isEqualTo("25 Jan 2007 07:00 (Asia/Shanghai)");
    }

    @Test
    void a_single_zone_is_not_named() {
      assertThat(new MessageTexts(ROME, Set.of(ROME)).due(FINE_DUE, ROME).en())
          .isEqualTo("24 Jan 2007 24:00");
    }

    @Test
    void a_zone_that_no_pack_has_any_more_is_named() {
      assertThat(wording.due(FINE_DUE, ROME).en()).isEqualTo("24 Jan 2007 24:00 (Europe/Rome)");
    }
  }

  @Test
  void a_text_puts_each_name_in_its_own_language() {
    var text = wording.say("breach.title", new Names("立案审查", "Filing review"));

    assertThat(text).isEqualTo(new Names("超期：立案审查", "Breach: Filing review"));
  }

  @Test
  void a_thing_is_named_as_people_name_it_and_what_is_none_as_it_is() {
    assertThat(wording.thing("case/A990001")).isEqualTo(new Names("案件 A990001", "case A990001"));
    assertThat(wording.thing("nothing")).isEqualTo(new Names("nothing", "nothing"));
  }

  @ParameterizedTest(name = "{0} from now: {1}")
  @CsvSource({
    "PT72H,      剩余 3 天,     3 days left",
    "PT47H59M,   剩余 1 天,     1 day left",
    "PT23H59M,   剩余 23 小时,  23 hours left",
    "PT1H,       剩余 1 小时,   1 hour left",
    "PT59M,      剩余 59 分钟,  59 min left",
    "PT0S,       超期 0 分钟,   0 min overdue",
    "PT-1H,      超期 1 小时,   1 hour overdue",
    "PT-24H,     超期 1 天,     1 day overdue",
    "PT-95H,     超期 3 天,     3 days overdue"
  })
  void how_far_off_a_due_instant_is(Duration fromNow, String zh, String en) {
    var now = Instant.parse("2026-03-12T16:00:00Z");

    assertThat(wording.distance(now.plus(fromNow), now)).isEqualTo(new Names(zh, en));
  }
}
