package io.caseclock.notify.signin;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OpenStreamsTest {

  private static final Instant NOON = Instant.parse("2026-03-12T04:00:00Z");
  private static final Account ACCOUNT = new Account("officer", "officer", "D0102", "O1", "示例民警");

  private final SessionsInMemory sessions = new SessionsInMemory();
  private Instant now = NOON;
  private final OpenStreams streams = new OpenStreams(sessions, this::held, () -> now);
  private final List<String> closed = new ArrayList<>();
  private final Set<String> revoked = new HashSet<>();

  @Test
  void a_stream_closes_when_its_token_ends_and_not_before() {
    streams.watch(
        "O1", new SessionValidity(null, NOON.plusSeconds(60), null), () -> closed.add("bearer"));

    now = NOON.plusSeconds(59);
    assertThat(streams.closeEnded()).isZero();
    now = NOON.plusSeconds(60);
    assertThat(streams.closeEnded()).isEqualTo(1);

    assertThat(closed).containsExactly("bearer");
    assertThat(streams.size()).isZero();
  }

  @Test
  void signing_out_closes_the_streams_of_that_session_alone_whoever_ended_it() {
    sessions.begin("a", ACCOUNT, NOON, NOON.plusSeconds(3_600));
    sessions.begin("b", ACCOUNT, NOON, NOON.plusSeconds(3_600));
    streams.watch(
        "O1", new SessionValidity("a", NOON.plusSeconds(7_200), null), () -> closed.add("a"));
    streams.watch(
        "O1", new SessionValidity("b", NOON.plusSeconds(7_200), null), () -> closed.add("b"));
    assertThat(streams.closeEnded()).isZero();

    sessions.end("a");
    streams.closeEnded();

    assertThat(closed).containsExactly("a");
  }

  @Test
  void a_session_that_has_run_out_closes_its_streams() {
    sessions.begin("a", ACCOUNT, NOON, NOON.plusSeconds(60));
    streams.watch(
        "O1", new SessionValidity("a", NOON.plusSeconds(7_200), null), () -> closed.add("a"));

    now = NOON.plusSeconds(60);
    streams.closeEnded();

    assertThat(closed).containsExactly("a");
  }

  @Test
  void a_token_that_the_provider_took_back_closes_its_streams() {
    sessions.begin("a", ACCOUNT, NOON, NOON.plusSeconds(60));
    for (var token : List.of("one", "other")) {
      var validity = new SessionValidity("a", NOON.plusSeconds(60), token);
      streams.watch("O1", validity, () -> closed.add(token));
    }
    assertThat(streams.closeEnded()).isZero();

    revoked.add("other");
    streams.closeEnded();

    assertThat(closed).containsExactly("other");
  }

  @Test
  void a_reader_who_left_is_watched_no_more() {
    streams
        .watch("O1", new SessionValidity(null, NOON, null), () -> closed.add("gone"))
        .orElseThrow()
        .run();

    assertThat(streams.closeEnded()).isZero();
    assertThat(closed).isEmpty();
  }

  @Test
  void signing_in_gives_a_new_id_and_ends_the_one_before() {
    var ids = List.of("first", "second").iterator();
    var keeper = new Sessions(sessions, () -> now, ids::next);

    var first = keeper.begin(ACCOUNT, Optional.of("planted"));
    var second = keeper.begin(ACCOUNT, Optional.of(first));

    assertThat(List.of(first, second)).containsExactly("first", "second");
    assertThat(keeper.find("planted")).isEmpty();
    assertThat(keeper.find("first")).isEmpty();
    assertThat(keeper.find("second")).contains(ACCOUNT);
    now = NOON.plus(Sessions.LONGEST);
    assertThat(keeper.find("second")).isEmpty();
  }

  @Test
  void one_person_keeps_nobody_else_out() {
    var validity = new SessionValidity(null, NOON.plusSeconds(60), null);
    var first = streams.watch("O1", validity, () -> {}).orElseThrow();
    for (var stream = 1; stream < OpenStreams.MOST_OF_ONE; stream++) {
      assertThat(streams.watch("O1", validity, () -> {})).isPresent();
    }

    assertThat(streams.isRoomFor("O1")).isFalse();
    assertThat(streams.watch("O1", validity, () -> {})).isEmpty();
    assertThat(streams.watch("O2", validity, () -> {})).isPresent();

    first.run();
    assertThat(streams.watch("O1", validity, () -> {})).isPresent();
  }

  private Set<String> held(Collection<String> tokens) {
    return tokens.stream().filter(token -> !revoked.contains(token)).collect(Collectors.toSet());
  }
}
