package io.caseclock.intake.key;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.intake.key.ApiKeys.Held;
import io.caseclock.intake.key.ApiKeys.Opened;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class KeyRingTest {

  private static final Instant START = Instant.parse("2026-03-02T01:00:00Z");

  private final KnownKeys keys = new KnownKeys();
  private final AtomicLong nanos = new AtomicLong();
  private Instant now = START;
  private final KeyRing ring = new KeyRing(keys, () -> now, nanos::get);

  /** What a database would hold; counts how often it is asked. */
  private static final class KnownKeys implements ApiKeys {

    private List<Opened> opened = new ArrayList<>();
    private final List<String> used = new ArrayList<>();
    private int questions;

    @Override
    public List<Opened> opened() {
      questions++;
      return List.copyOf(opened);
    }

    @Override
    public Outcome add(ApiKey key, byte[] hash) {
      opened.add(new Opened(key, List.of(new Held(hash, null))));
      return Outcome.DONE;
    }

    @Override
    public Outcome rotate(String id, Credential credential, Instant now, Instant formerUntil) {
      var before = opened.getFirst();
      opened =
          List.of(
              new Opened(
                  before.key(),
                  List.of(
                      new Held(before.held().getFirst().hash(), formerUntil),
                      new Held(credential.hash(), null))));
      return Outcome.DONE;
    }

    @Override
    public boolean revoke(String id, String by, Instant now) {
      opened = new ArrayList<>();
      return true;
    }

    @Override
    public void used(String id, Instant at) {
      used.add(id + " " + at);
    }
  }

  @Test
  void the_right_secret_opens_and_any_other_does_not() {
    var secret = added("k1", null);

    assertThat(ring.open("k1", secret)).map(ApiKey::client).contains("old-system");
    assertThat(ring.open("k1", KeySecret.random())).isEmpty();
    assertThat(ring.open("k2", secret)).isEmpty();
  }

  @Test
  void ids_that_nobody_made_cost_no_question_to_the_database() {
    added("k1", null);
    for (var number = 0; number < 100; number++) {
      assertThat(ring.open("unknown-" + number, KeySecret.random())).isEmpty();
    }
    assertThat(keys.questions).isEqualTo(1);
  }

  @Test
  void a_key_that_was_revoked_elsewhere_opens_nothing_after_ten_seconds() {
    var secret = added("k1", null);
    assertThat(ring.open("k1", secret)).isPresent();
    keys.revoke("k1", "admin", now);

    nanos.addAndGet(KeyRing.FRESH.toNanos());
    assertThat(ring.open("k1", secret)).isPresent();
    nanos.addAndGet(1);
    assertThat(ring.open("k1", secret)).isEmpty();
  }

  @Test
  void and_here_at_once() {
    var secret = added("k1", null);
    assertThat(ring.open("k1", secret)).isPresent();
    keys.revoke("k1", "admin", now);
    ring.readAgain();
    assertThat(ring.open("k1", secret)).isEmpty();
  }

  @Test
  void a_key_ends_at_its_instant() {
    var secret = added("k1", START.plusSeconds(10));
    assertThat(ring.open("k1", secret)).isPresent();
    now = START.plusSeconds(10);
    assertThat(ring.open("k1", secret)).isEmpty();
  }

  @Test
  void the_former_secret_opens_until_the_end_of_the_overlap_and_the_new_one_for_good() {
    var former = added("k1", null);
    var fresh = KeySecret.random();
    keys.rotate("k1", fresh, now, START.plusSeconds(60));

    assertThat(ring.open("k1", former)).isPresent();
    assertThat(ring.open("k1", fresh)).isPresent();
    now = START.plusSeconds(60);
    assertThat(ring.open("k1", former)).isEmpty();
    assertThat(ring.open("k1", fresh)).isPresent();
  }

  @Test
  void the_certificate_of_a_key_opens_it_and_any_other_does_not() {
    var certificate = added("k1", KeyKind.CERTIFICATE, new Fingerprint("0a".repeat(32)));

    assertThat(ring.open(certificate)).map(ApiKey::id).contains("k1");
    assertThat(ring.open(new Fingerprint("0b".repeat(32)))).isEmpty();
    assertThat(keys.used).containsExactly("k1 " + START);
  }

  @Test
  void the_former_certificate_opens_until_the_end_of_the_overlap() {
    var former = added("k1", KeyKind.CERTIFICATE, new Fingerprint("0a".repeat(32)));
    var next = new Fingerprint("0b".repeat(32));
    keys.rotate("k1", next, now, START.plusSeconds(60));

    now = START.plusSeconds(59);
    assertThat(ring.open(former)).isPresent();
    assertThat(ring.open(next)).isPresent();
    now = START.plusSeconds(60);
    assertThat(ring.open(former)).isEmpty();
    assertThat(ring.open(next)).isPresent();
  }

  @Test
  void what_opens_a_key_of_one_kind_opens_none_of_the_other() {
    var secret = KeySecret.random();
    added("k1", KeyKind.CERTIFICATE, secret);
    var certificate = added("k2", KeyKind.SECRET, new Fingerprint("0a".repeat(32)));

    assertThat(ring.open("k1", secret)).isEmpty();
    assertThat(ring.open(certificate)).isEmpty();
  }

  @Test
  void its_use_is_noted_once_a_minute() {
    var secret = added("k1", null);
    ring.open("k1", secret);
    now = START.plusSeconds(59);
    ring.open("k1", secret);
    assertThat(keys.used).containsExactly("k1 " + START);
    now = START.plusSeconds(60);
    ring.open("k1", secret);
    assertThat(keys.used).containsExactly("k1 " + START, "k1 " + now);
  }

  @Test
  void no_secret_is_ever_printed() {
    var secret = KeySecret.random();
    assertThat(secret.toString()).isEqualTo("KeySecret");
    assertThat(secret.withId("k1")).startsWith("k1.").hasSize(3 + 43);
  }

  private KeySecret added(String id, @Nullable Instant endsAt) {
    var secret = KeySecret.random();
    keys.add(key(id, KeyKind.SECRET, endsAt), secret.hash());
    return secret;
  }

  private <C extends Credential> C added(String id, KeyKind kind, C credential) {
    keys.add(key(id, kind, null), credential.hash());
    return credential;
  }

  private static ApiKey key(String id, KeyKind kind, @Nullable Instant endsAt) {
    return new ApiKey(
        id, kind, "old-system", List.of("D0101"), Set.of(), "admin", START, endsAt, null);
  }
}
