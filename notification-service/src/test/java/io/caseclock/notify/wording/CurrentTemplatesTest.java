package io.caseclock.notify.wording;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CurrentTemplatesTest {

  private static final TemplateKind KIND = TemplateKind.values()[0];
  private static final String TITLE = KIND.key(TemplateKind.Part.TITLE);

  private final Store store = new Store();
  private long now = Long.MAX_VALUE;
  private final CurrentTemplates current = new CurrentTemplates(store, () -> now);

  private static final class Store implements Templates {

    private Map<TemplateKind, StoredTemplate> all = Map.of();
    private int reads;

    @Override
    public Map<TemplateKind, StoredTemplate> all() {
      reads++;
      return all;
    }

    @Override
    public boolean add(StoredTemplate next) {
      all = Map.of(next.kind(), next);
      return true;
    }
  }

  @Test
  void however_many_texts_are_asked_for_within_two_seconds_they_are_read_once() {
    for (int n = 0; n < 100; n++) {
      current.of(TITLE);
    }
    now += Duration.ofSeconds(2).minusNanos(1).toNanos();
    current.of(TITLE);

    assertThat(store.reads).isEqualTo(1);
  }

  @Test
  void what_was_changed_holds_two_seconds_later() {
    assertThat(current.of(TITLE)).isEmpty();
    store.add(new StoredTemplate(KIND, 1, Template.shipped(KIND), "O1", Instant.EPOCH));

    now += Duration.ofSeconds(2).toNanos();

    assertThat(current.of(TITLE)).isPresent();
  }
}
