package io.caseclock.consume.jdbc;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import io.caseclock.consume.DeadLetter;
import io.caseclock.consume.DeadLetter.Header;
import io.caseclock.contract.Sha256;
import io.caseclock.wire.Json;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Carries a record's bytes where only text goes. */
public final class RecordBytes {

  private static final TypeReference<List<Header>> HEADERS = new TypeReference<>() {};
  private static final Pattern UNSTORABLE = Pattern.compile("[\\x00\\p{Cs}]");

  /** Headers as JSON, their values in base64: every byte comes back as it was. */
  public static String text(List<Header> headers) {
    return Json.text(
        headers.stream()
            .map(header -> new Header(storable(header.name()), header.value()))
            .toList());
  }

  static List<Header> headers(String text) {
    try {
      return Json.MAPPER.readValue(text, HEADERS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a dead letter has broken headers", e);
    }
  }

  /**
   * PostgreSQL stores no NUL and no half of a surrogate pair; without this a poisoned header would
   * stop the stream.
   */
  public static String storable(String text) {
    return UNSTORABLE.matcher(text).replaceAll("\uFFFD");
  }

  /** Tells two records at one place apart: a topic may have been made anew. */
  static byte[] fingerprint(DeadLetter letter) {
    var digest = Sha256.begin();
    add(digest, letter.key());
    for (var header : letter.headers()) {
      add(digest, header.name().getBytes(StandardCharsets.UTF_8));
      add(digest, header.value());
    }
    add(digest, letter.value());
    return digest.digest();
  }

  private static void add(MessageDigest digest, byte @Nullable [] part) {
    digest.update(ByteBuffer.allocate(4).putInt(part == null ? -1 : part.length).array());
    if (part != null) {
      digest.update(part);
    }
  }

  private RecordBytes() {}
}
