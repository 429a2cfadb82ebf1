package io.caseclock.consume.rest;

import io.caseclock.consume.DeadLetter;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A dead letter as operators see it in a list.
 *
 * @param origin the record's topic, partition and offset
 * @param caseId the case that lacks its effect, and is unverified as long as it is open
 * @param tries how often it was taken in vain
 * @param note why it was dismissed
 */
public record DeadLetterView(
    long id,
    String topic,
    String origin,
    String reason,
    String detail,
    @Nullable String caseId,
    Instant putAt,
    int tries,
    String state,
    @Nullable Instant settledAt,
    @Nullable String settledBy,
    @Nullable String note) {

  static DeadLetterView of(DeadLetter letter) {
    return new DeadLetterView(
        letter.id(),
        letter.origin().topic(),
        letter.origin().toString(),
        letter.reason().wire(),
        letter.detail(),
        letter.caseId(),
        letter.putAt(),
        letter.tries(),
        letter.state().wire(),
        letter.settledAt(),
        letter.settledBy(),
        letter.note());
  }

  /** A dead letter with all that came; key and value are null where the record had none. */
  public record Whole(
      DeadLetterView letter,
      @Nullable Content key,
      List<HeaderView> headers,
      @Nullable Content value) {

    static Whole of(DeadLetter letter) {
      return new Whole(
          DeadLetterView.of(letter),
          Content.of(letter.key()),
          letter.headers().stream()
              .map(header -> new HeaderView(header.name(), Content.of(header.value())))
              .toList(),
          Content.of(letter.value()));
    }
  }

  /** One header, in the order in which they came. */
  public record HeaderView(String name, @Nullable Content value) {}

  /**
   * Bytes: as text where they are UTF-8, else in base64.
   *
   * @param bytes how many they are
   */
  public record Content(@Nullable String text, @Nullable String base64, int bytes) {

    static @Nullable Content of(byte @Nullable [] bytes) {
      if (bytes == null) {
        return null;
      }
      try {
        var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        return new Content(text, null, bytes.length);
      } catch (CharacterCodingException e) {
        return new Content(null, Base64.getEncoder().encodeToString(bytes), bytes.length);
      }
    }
  }
}
