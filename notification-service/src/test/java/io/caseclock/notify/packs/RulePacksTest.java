package io.caseclock.notify.packs;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.Names;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.pipeline.WorkingDayStart;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RulePacksTest {

  private static final ZoneId ROME = ZoneId.of("Europe/Rome");
  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private final RulePacks packs =
      new RulePacks(
          List.of(shipped("cn-public-security", SHANGHAI), shipped("cn-court-mediation", ROME)));
  private final WorkingDayStart opening =
      new WorkingDayStart(message -> packs.workingTime(message.rule()), LocalTime.of(8, 30));

  /** A shipped pack, moved to another zone. */
  private static Pack shipped(String id, ZoneId zone) {
    var texts = new HashMap<>(PackFiles.shipped(id).texts());
    texts.computeIfPresent(
        "pack.yaml", (file, text) -> text.replace("Asia/Shanghai", zone.getId()));
    return PackReader.require(new PackFiles(id, texts));
  }

  @Test
  void what_belongs_to_no_pack_has_the_zone_of_the_first_one_unless_another_is_set() {
    var set = new RulePacks(List.of(shipped("cn-public-security", SHANGHAI)), ROME);

    assertThat(packs.usualZone()).isEqualTo(SHANGHAI);
    assertThat(packs.zones()).containsExactlyInAnyOrder(SHANGHAI, ROME);
    assertThat(set.usualZone()).isEqualTo(ROME);
    assertThat(set.workingTime("示例规定 第二条").zone()).isEqualTo(ROME);
    assertThat(set.workingTime(null).calendar()).isEqualTo(set.workingTime("x").calendar());
  }

  @Test
  void a_digest_waits_until_the_office_of_the_pack_opens() {
    var thursdayNoon = Instant.parse("2026-03-12T11:00:00Z");

    assertThat(opening.after(thursdayNoon, about(ruleOf(0)))).isEqualTo("2026-03-13T00:30:00Z");
    assertThat(opening.after(thursdayNoon, about(ruleOf(1)))).isEqualTo("2026-03-13T07:30:00Z");
    assertThat(opening.after(thursdayNoon, about(null))).isEqualTo("2026-03-13T00:30:00Z");
  }

  private static String ruleOf(int pack) {
    return List.of(shipped("cn-public-security", SHANGHAI), shipped("cn-court-mediation", ROME))
        .get(pack)
        .rules()
        .getFirst()
        .id();
  }

  private static Message about(@Nullable String rule) {
    var names = new Names("示例", "Example");
    return new Message(
        "M1",
        MessageKind.WARNING,
        "D0102",
        null,
        null,
        null,
        "A1",
        "case/A1",
        rule,
        null,
        null,
        names,
        names,
        "ordinary",
        null,
        null,
        null);
  }
}
