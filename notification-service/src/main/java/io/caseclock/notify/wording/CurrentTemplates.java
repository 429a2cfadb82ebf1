package io.caseclock.notify.wording;

import io.caseclock.contract.Names;
import io.caseclock.notify.message.TextOverrides;
import io.caseclock.notify.wording.TemplateKind.Part;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/**
 * The patterns of what an installation says in words of its own, read again when they are two
 * seconds old: each message would ask the database otherwise.
 */
public final class CurrentTemplates implements TextOverrides {

  private static final long AGE = Duration.ofSeconds(2).toNanos();

  private final Templates templates;
  private final LongSupplier nanos;
  private volatile Read last = new Read(Map.of(), 0);
  private volatile boolean isRead;

  /**
   * @param nanos a clock that only runs forward
   */
  public CurrentTemplates(Templates templates, LongSupplier nanos) {
    this.templates = templates;
    this.nanos = nanos;
  }

  private record Read(Map<String, Names> patterns, long at) {}

  @Override
  public Optional<Names> of(String key) {
    var now = nanos.getAsLong();
    if (!isRead || now - last.at() >= AGE) {
      last = new Read(patterns(), now);
      isRead = true;
    }
    return Optional.ofNullable(last.patterns().get(key));
  }

  private Map<String, Names> patterns() {
    Map<String, Names> patterns = new HashMap<>();
    templates.all().forEach((kind, stored) -> add(kind, stored, patterns));
    return Map.copyOf(patterns);
  }

  private static void add(TemplateKind kind, StoredTemplate stored, Map<String, Names> patterns) {
    var template = stored.template();
    if (template != null) {
      for (var part : Part.values()) {
        patterns.put(kind.key(part), TextPattern.of(kind, part, template.of(part)));
      }
    }
  }
}
