package io.caseclock.wire;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.io.Serial;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.function.Function;

/**
 * Times are ISO 8601 texts and nothing else: Jackson alone takes a number for seconds or days, an
 * array for a date, and an empty text for none. A year has four digits, as RFC 3339 wants it; what
 * lies beyond fits into no database.
 */
final class TimesAsText extends SimpleModule {

  @Serial private static final long serialVersionUID = 1L;

  TimesAsText() {
    addDeserializer(Instant.class, new Reader<>(Instant.class, TimesAsText::instant));
    addDeserializer(OffsetDateTime.class, new Reader<>(OffsetDateTime.class, TimesAsText::time));
    addDeserializer(LocalDate.class, new Reader<>(LocalDate.class, TimesAsText::day));
    addDeserializer(Duration.class, new Reader<>(Duration.class, Duration::parse));
    addDeserializer(ZoneId.class, new Reader<>(ZoneId.class, ZoneId::of));
  }

  private static Instant instant(String text) {
    return time(text).toInstant();
  }

  private static OffsetDateTime time(String text) {
    var time = OffsetDateTime.parse(text);
    requireFourDigits(time.getYear());
    return time;
  }

  private static LocalDate day(String text) {
    var day = LocalDate.parse(text);
    requireFourDigits(day.getYear());
    return day;
  }

  private static void requireFourDigits(int year) {
    if (year < 1 || year > 9999) {
      throw new DateTimeException("a year has four digits");
    }
  }

  private static final class Reader<T> extends StdScalarDeserializer<T> {

    @Serial private static final long serialVersionUID = 1L;

    private final transient Function<String, T> parse;

    Reader(Class<T> type, Function<String, T> parse) {
      super(type);
      this.parse = parse;
    }

    @Override
    @SuppressWarnings("unchecked")
    public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return (T) context.handleUnexpectedToken(handledType(), json);
      }
      var text = json.getText();
      try {
        return parse.apply(text);
      } catch (DateTimeException | ArithmeticException e) {
        return (T) context.handleWeirdStringValue(handledType(), text, "not of that form");
      }
    }
  }
}
