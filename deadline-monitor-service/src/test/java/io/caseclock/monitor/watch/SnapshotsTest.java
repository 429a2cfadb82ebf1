package io.caseclock.monitor.watch;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.contract.CaseEvent;
import io.caseclock.contract.DeadlineEvent.DeadlineChanged;
import io.caseclock.contract.EventId;
import io.caseclock.contract.Subject;
import io.caseclock.monitor.law.Law;
import io.caseclock.pack.Pack;
import io.caseclock.pack.file.PackFiles;
import io.caseclock.pack.file.PackReader;
import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SnapshotsTest {

  private static final Instant NOON = Instant.parse("2026-03-02T04:00:00Z");
  private static final ZoneId ROME = ZoneId.of("Europe/Rome");

  /** The shipped pack, moved to Italy. */
  private static Pack inItaly() {
    var texts = new HashMap<>(PackFiles.shipped("cn-public-security").texts());
    texts.computeIfPresent(
        "pack.yaml", (file, text) -> text.replace("Asia/Shanghai", ROME.getId()));
    return PackReader.require(new PackFiles("cn-public-security", texts));
  }

  @Test
  void people_are_told_in_the_zone_of_the_pack() {
    var monitor = new MonitorInMemory(new Law(List.of(inItaly())), NOON);

    monitor.take(
        List.of(
            new CaseEvent(
                new EventId("urn:precinct:x01", "1"),
                "case-filed",
                Subject.ofCase("A990001"),
                "A990001",
                NOON,
                NOON,
                null,
                "X0101",
                "O1",
                Map.of())));

    assertThat(monitor.told)
        .filteredOn(DeadlineChanged.class::isInstance)
        .isNotEmpty()
        .extracting(event -> ((DeadlineChanged) event).deadline().zone())
        .containsOnly(ROME);
  }
}
