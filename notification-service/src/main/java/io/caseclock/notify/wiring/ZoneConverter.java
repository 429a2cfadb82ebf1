package io.caseclock.notify.wiring;

import java.io.Serial;
import java.time.ZoneId;
import org.eclipse.microprofile.config.spi.Converter;
import org.jspecify.annotations.Nullable;

/** Reads a time zone that may be absent; one that does not exist stops the start. */
public final class ZoneConverter implements Converter<ZoneId> {

  @Serial private static final long serialVersionUID = 1L;

  @Override
  public @Nullable ZoneId convert(String value) {
    return value.isBlank() ? null : ZoneId.of(value.strip());
  }
}
