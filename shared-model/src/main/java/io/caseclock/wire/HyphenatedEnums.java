package io.caseclock.wire;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.DeserializationConfig;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.BeanDeserializerModifier;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import io.caseclock.contract.Words;
import java.io.IOException;
import java.util.Arrays;

/**
 * Writes every enum as the field writes it, {@code met-late}, so that no contract needs to say so.
 */
final class HyphenatedEnums extends SimpleModule {

  private static final long serialVersionUID = 1L;

  HyphenatedEnums() {
    setSerializerModifier(
        new BeanSerializerModifier() {
          private static final long serialVersionUID = 1L;

          @Override
          public JsonSerializer<?> modifyEnumSerializer(
              SerializationConfig config,
              JavaType type,
              BeanDescription description,
              JsonSerializer<?> serializer) {
            return new Writer();
          }
        });
    setDeserializerModifier(
        new BeanDeserializerModifier() {
          private static final long serialVersionUID = 1L;

          @Override
          public JsonDeserializer<?> modifyEnumDeserializer(
              DeserializationConfig config,
              JavaType type,
              BeanDescription description,
              JsonDeserializer<?> deserializer) {
            return new Reader(type.getRawClass());
          }
        });
  }

  private static String wire(Object constant) {
    return Words.of((Enum<?>) constant);
  }

  private static final class Writer extends JsonSerializer<Enum<?>> {
    @Override
    public void serialize(Enum<?> value, JsonGenerator json, SerializerProvider provider)
        throws IOException {
      json.writeString(wire(value));
    }
  }

  private static final class Reader extends JsonDeserializer<Object> {

    private final Class<?> type;

    Reader(Class<?> type) {
      this.type = type;
    }

    @Override
    public Object deserialize(JsonParser json, DeserializationContext context) throws IOException {
      if (!json.hasToken(JsonToken.VALUE_STRING)) {
        return context.handleUnexpectedToken(type, json);
      }
      var text = json.getText();
      return Arrays.stream(type.getEnumConstants())
          .filter(constant -> wire(constant).equals(text))
          .findFirst()
          .orElseThrow(
              () -> context.weirdStringException(text, type, "not one of the known words"));
    }
  }
}
