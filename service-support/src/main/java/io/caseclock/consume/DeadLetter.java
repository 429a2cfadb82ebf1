package io.caseclock.consume;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A record that could not be taken in, with its bytes as they came.
 *
 * @param id counts up; 0 before it is stored
 * @param origin where it came from
 * @param detail what is wrong, for people; holds nothing of the record's data
 * @param key null where the record had none
 * @param headers in the order in which they came; a name may stand there twice
 * @param value null where the record had none
 * @param caseId the case that lacks its effect; null where none can be told, or where it lacks none
 * @param putAt when it was first put aside
 * @param tries how often it was taken in vain
 * @param settledAt when it was replayed or dismissed; null while it is open
 * @param settledBy the account that did so
 * @param note why it was dismissed
 */
public record DeadLetter(
    long id,
    Origin origin,
    FailureReason reason,
    String detail,
    byte @Nullable [] key,
    List<Header> headers,
    byte @Nullable [] value,
    @Nullable String caseId,
    Instant putAt,
    int tries,
    DeadLetterState state,
    @Nullable Instant settledAt,
    @Nullable String settledBy,
    @Nullable String note) {

  public DeadLetter(
      long id,
      Origin origin,
      FailureReason reason,
      String detail,
      byte @Nullable [] key,
      List<Header> headers,
      byte @Nullable [] value,
      @Nullable String caseId,
      Instant putAt,
      int tries,
      DeadLetterState state,
      @Nullable Instant settledAt,
      @Nullable String settledBy,
      @Nullable String note) {
    this.id = id;
    this.origin = origin;
    this.reason = reason;
    this.detail = detail;
    this.key = key;
    this.headers = List.copyOf(headers);
    this.value = value;
    this.caseId = caseId;
    this.putAt = putAt;
    this.tries = tries;
    this.state = state;
    this.settledAt = settledAt;
    this.settledBy = settledBy;
    this.note = note;
  }

  /** The same under the id that it is stored under. */
  public DeadLetter under(long storedId) {
    return new DeadLetter(
        storedId, origin, reason, detail, key, headers, value, caseId, putAt, tries, state,
        settledAt, settledBy, note);
  }

  /** A place in a topic. */
  public record Origin(String topic, int partition, long offset) {
    @Override
    public String toString() {
      return topic + "-" + partition + "@" + offset;
    }
  }

  /** A header as it came; the value may be null. */
  public record Header(String name, byte @Nullable [] value) {}

  /** Leaves out key, headers and value, which may name people. */
  @Override
  public String toString() {
    return "DeadLetter[" + id + " " + origin + " " + reason + " " + state + "]";
  }
}
