package io.caseclock.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.contract.DeadlineEvent.FindingRaised;
import io.caseclock.contract.Names;
import io.caseclock.contract.Subject;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class RequiredMembersTest {

  private record Whole(String name, @Nullable String note, List<Part> parts) {}

  private record Part(@Nullable Integer count, Names names) {}

  @Test
  void what_may_be_absent_may_be_absent() {
    var whole = new Whole("x", null, List.of(new Part(null, new Names("甲", "A"))));

    assertThat(RequiredMembers.of(whole)).isSameAs(whole);
  }

  @Test
  void what_is_needed_is_named_at_any_depth() {
    var names = new Names("甲", "A");
    var whole = new Whole("x", null, List.of(new Part(1, names), new Part(1, absent())));

    assertThatThrownBy(() -> RequiredMembers.of(whole))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessage("the data has nothing at '/parts/1/names'");
  }

  @Test
  void a_finding_about_nothing_is_malformed() {
    var sound =
        DeadlineEventWire.write(
            new FindingRaised(
                "F1",
                "A1",
                Subject.ofCase("A1"),
                "X01",
                null,
                "recorded",
                "case",
                "-",
                new Names("问题", "Fault"),
                Instant.parse("2026-03-02T02:00:00Z")));
    var data = Json.object(sound.data());
    data.remove("subject");
    var record = new WireRecord(sound.key(), sound.attributes(), Json.bytes(data));

    assertThatThrownBy(() -> DeadlineEventWire.read(record))
        .isInstanceOf(MalformedRecordException.class)
        .hasMessage("the data has nothing at '/subject'");
  }

  /** What a reader of JSON puts where a member is missing. */
  @SuppressWarnings("NullAway")
  private static <T> T absent() {
    return null;
  }
}
