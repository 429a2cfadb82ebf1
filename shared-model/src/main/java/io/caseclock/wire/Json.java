package io.caseclock.wire;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.cfg.MutableCoercionConfig;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.Map;

/** One JSON dialect for the wire: ISO 8601 times, no nulls, members in a stable order. */
public final class Json {

  /** Shared and immutable by convention: nobody reconfigures it. */
  public static final ObjectMapper MAPPER =
      dialect().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final ObjectReader OBJECT =
      MAPPER.readerFor(new TypeReference<Map<String, Object>>() {});

  /** What is common to all readers and writers: no value is taken for one of another kind. */
  static JsonMapper.Builder dialect() {
    return JsonMapper.builder()
        .addModule(new JavaTimeModule())
        .addModule(new HyphenatedEnums())
        .addModule(new TimesAsText())
        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
        .disable(SerializationFeature.WRITE_DURATIONS_AS_TIMESTAMPS)
        .disable(MapperFeature.AUTO_DETECT_IS_GETTERS)
        .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
        .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
        .withCoercionConfigDefaults(Json::refuse)
        .withCoercionConfig(LogicalType.Textual, Json::refuseOtherThanText)
        .enable(MapperFeature.SORT_PROPERTIES_ALPHABETICALLY)
        .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
        .defaultPropertyInclusion(
            JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS));
  }

  private static void refuse(MutableCoercionConfig kind) {
    kind.setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.EmptyArray, CoercionAction.Fail);
  }

  private static void refuseOtherThanText(MutableCoercionConfig text) {
    text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
        .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
  }

  /** The canonical bytes of a value: equal values give equal bytes. */
  public static byte[] bytes(Object value) {
    try {
      return MAPPER.writeValueAsBytes(value);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("not writable as JSON: " + value.getClass(), e);
    }
  }

  /** The canonical text of a value. */
  public static String text(Object value) {
    return new String(bytes(value), java.nio.charset.StandardCharsets.UTF_8);
  }

  /**
   * Reads an object that a service of ours wrote; throws {@link MalformedRecordException} for
   * anything else.
   */
  public static Map<String, Object> object(byte[] bytes) {
    return read(bytes, OBJECT);
  }

  /**
   * Reads a record that a service of ours wrote; members that a later version added are passed
   * over. Throws {@link MalformedRecordException} where it does not fit.
   */
  public static <T> T read(byte[] bytes, Class<T> type) {
    return read(bytes, MAPPER.readerFor(type));
  }

  @SuppressWarnings("unchecked")
  private static <T> T read(byte[] bytes, ObjectReader reader) {
    try {
      var value = StrictJson.whole(bytes, JsonLimits.INSIDE, reader);
      if (value == null) {
        throw new MalformedRecordException("the data is null");
      }
      return (T) value;
    } catch (UnreadableJsonException e) {
      throw new MalformedRecordException(
          "the data cannot be read at '" + e.pointer() + "': " + e.expected(), e);
    }
  }

  private Json() {}
}
