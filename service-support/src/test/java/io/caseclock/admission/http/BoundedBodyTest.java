package io.caseclock.admission.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BoundedBodyTest {

  private static final long LARGEST = 200_000;

  private final Held held = new Held();
  private long now;

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 199_999, 200_000})
  void a_body_within_its_size_is_read_whole(int size) throws IOException {
    assertThat(body(new ByteArrayInputStream(new byte[size])).readAllBytes()).hasSize(size);
  }

  @Test
  void a_byte_too_many_is_refused() {
    refuses(
        () -> body(new ByteArrayInputStream(new byte[200_001])).readAllBytes(),
        ProblemType.TOO_LARGE);
  }

  @Test
  void room_is_taken_as_bytes_arrive_and_a_turn_waited_for_at_the_end() throws IOException {
    var body = body(new ByteArrayInputStream(new byte[100_000]));
    assertThat(held.bytes).isZero();

    assertThat(body.readNBytes(70_000)).hasSize(70_000);
    assertThat(held.bytes).isEqualTo(131_072);
    assertThat(held.turn).isZero();

    body.readAllBytes();
    assertThat(held.turn).isEqualTo(100_000);
  }

  @Test
  void a_body_without_room_is_refused() {
    held.most = 65_536;

    refuses(
        () -> body(new ByteArrayInputStream(new byte[65_537])).readAllBytes(),
        ProblemType.UNAVAILABLE);
  }

  @Test
  void a_body_whose_turn_does_not_come_is_refused() {
    held.comes = false;

    refuses(
        () -> body(new ByteArrayInputStream(new byte[1])).readAllBytes(), ProblemType.UNAVAILABLE);
  }

  @Test
  void a_body_that_drips_is_refused_when_its_time_is_over() {
    var drip =
        new InputStream() {
          @Override
          public int read() {
            now += Duration.ofSeconds(1).toNanos();
            return 7;
          }

          @Override
          public int read(byte[] into, int offset, int length) {
            into[offset] = (byte) read();
            return 1;
          }
        };

    refuses(() -> body(drip).readAllBytes(), ProblemType.TOO_SLOW);

    assertThat(now).isEqualTo(Duration.ofSeconds(13).toNanos());
    assertThat(held.late).isTrue();
  }

  @Test
  void a_body_of_which_nothing_comes_is_refused_after_its_silence() {
    refuses(() -> silent().readAllBytes(), ProblemType.TOO_SLOW);

    assertThat(now).isEqualTo(Duration.ofSeconds(5).toNanos());
    assertThat(held.late).isTrue();
  }

  @Test
  void no_silence_is_longer_than_the_time_that_is_left() throws IOException {
    var body = silent();
    assertThat(body.read()).isEqualTo(7);
    now = Duration.ofSeconds(11).toNanos();

    refuses(body::read, ProblemType.TOO_SLOW);

    assertThat(now).isEqualTo(Duration.ofSeconds(12).toNanos());
  }

  @Test
  void a_body_that_breaks_off_is_the_callers_fault() {
    var broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("gone");
          }
        };

    refuses(() -> body(broken).readAllBytes(), ProblemType.TOO_SLOW);
  }

  @Test
  void nothing_is_opened_before_it_is_read() {
    var body =
        new BoundedBody(
            () -> {
              throw new IllegalStateException("opened");
            },
            LARGEST,
            pace(),
            held);

    body.close();

    assertThat(body.available()).isZero();
  }

  /** One byte, and then nothing for as long as anybody waits. */
  private BoundedBody silent() {
    var came = new AtomicBoolean();
    return new BoundedBody(
        () ->
            (into, offset, length, nanos) -> {
              if (came.getAndSet(true)) {
                now += nanos;
                return BoundedBody.Source.LATE;
              }
              into[offset] = 7;
              return 1;
            },
        LARGEST,
        pace(),
        held);
  }

  private BoundedBody body(InputStream source) {
    return new BoundedBody(
        () -> (into, offset, length, nanos) -> source.read(into, offset, length),
        LARGEST,
        pace(),
        held);
  }

  /** Ten seconds, and two more for the size. */
  private BodyTimeout pace() {
    return new BodyTimeout(
        Duration.ofSeconds(10), 100_000, Duration.ofSeconds(5), Duration.ZERO, () -> now);
  }

  private static void refuses(ThrowingCallable reading, ProblemType type) {
    assertThatThrownBy(reading)
        .isInstanceOfSatisfying(
            ProblemException.class,
            refusal -> assertThat(refusal.problem().type()).isEqualTo(type));
  }

  private static final class Held implements BoundedBody.Room {
    private long most = 1_000_000;
    private boolean comes = true;
    private long bytes;
    private long turn;
    private boolean late;

    @Override
    public boolean take(long more) {
      bytes += more;
      return bytes <= most;
    }

    @Override
    public boolean begin(long size) {
      turn = size;
      return comes;
    }

    @Override
    public void late() {
      late = true;
    }
  }
}
