package io.caseclock.rest;

import io.caseclock.wire.StrictJson;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.Provider;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads every JSON body, map or record, with the one strict reader; the framework's own is never
 * asked. An empty body is none: a resource that needs one says so.
 */
@Provider
@Consumes(MediaType.WILDCARD)
public class JsonBodyReader implements MessageBodyReader<Object> {

  private static final Set<Class<?>> AS_SENT =
      Set.of(byte[].class, char[].class, String.class, InputStream.class, Reader.class, File.class);

  @Override
  public boolean isReadable(
      Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
    return !AS_SENT.contains(type)
        && (mediaType.isWildcardSubtype() || mediaType.getSubtype().contains("json"));
  }

  @Override
  public @Nullable Object readFrom(
      Class<Object> type,
      Type genericType,
      Annotation[] annotations,
      MediaType mediaType,
      MultivaluedMap<String, String> headers,
      InputStream body)
      throws IOException {
    var text = body.readAllBytes();
    return text.length == 0 ? null : StrictJson.read(text, genericType);
  }
}
