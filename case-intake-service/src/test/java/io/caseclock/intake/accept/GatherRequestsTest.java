package io.caseclock.intake.accept;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.contract.EventId;
import io.caseclock.intake.accept.AcceptEvents.Request;
import io.caseclock.intake.journal.Outcome;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class GatherRequestsTest {

  private static final String BROKEN = "broken";

  private final List<List<Integer>> groups = Collections.synchronizedList(new ArrayList<>());
  private final CountDownLatch opened = new CountDownLatch(1);
  private final GatherRequests gather = new GatherRequests(this::take, e -> false, 1);

  /** The first group waits until the door is opened; a request with a broken event is refused. */
  private List<List<Outcome>> take(List<Request> requests) {
    groups.add(requests.stream().map(request -> request.submissions().size()).toList());
    try {
      opened.await();
    } catch (InterruptedException e) {
      throw new AssertionError(e);
    }
    if (requests.stream().flatMap(one -> one.submissions().stream()).anyMatch(this::isBroken)) {
      throw new IllegalArgumentException("cannot be kept");
    }
    return requests.stream().map(GatherRequestsTest::accepted).toList();
  }

  private boolean isBroken(Submission submission) {
    return BROKEN.equals(submission.text("id"));
  }

  private static List<Outcome> accepted(Request request) {
    return request.submissions().stream()
        .<Outcome>map(
            one ->
                new Outcome.Accepted(
                    new EventId("urn:test", String.valueOf(one.text("id"))), "A1", Instant.EPOCH))
        .toList();
  }

  private FutureTask<List<Outcome>> sends(String... ids) {
    return sends(IntakeDesk.PRECINCT, ids);
  }

  private FutureTask<List<Outcome>> sends(Caller caller, String... ids) {
    var sent =
        new FutureTask<>(
            () ->
                gather.accept(
                    new Request(
                        Stream.of(ids).map(GatherRequestsTest::submission).toList(), caller)));
    var thread = Thread.ofVirtual().start(sent);
    await().until(() -> thread.getState() == Thread.State.WAITING);
    return sent;
  }

  private static Submission submission(String id) {
    return new Submission(Map.of("id", id), null, 10);
  }

  @Test
  void what_comes_while_others_are_taken_in_is_taken_in_together() throws Exception {
    var first = sends("1");
    var second = sends("2", "3");
    var third = sends("4");

    opened.countDown();

    assertThat(first.get()).hasSize(1);
    assertThat(second.get()).extracting(GatherRequestsTest::id).containsExactly("2", "3");
    assertThat(third.get()).extracting(GatherRequestsTest::id).containsExactly("4");
    assertThat(groups).containsExactly(List.of(1), List.of(2, 1));
  }

  private static String id(Outcome outcome) {
    return outcome instanceof Outcome.Accepted accepted ? accepted.eventId().id() : "none";
  }

  @Test
  void what_one_request_breaks_is_not_the_others_fault() throws Exception {
    var first = sends("1");
    var sound = sends("2");
    var broken = sends(BROKEN);

    opened.countDown();

    assertThat(first.get()).hasSize(1);
    assertThat(sound.get()).hasSize(1);
    assertThatThrownBy(broken::get).hasRootCauseMessage("cannot be kept");
    assertThat(groups).containsExactly(List.of(1), List.of(1, 1), List.of(1), List.of(1));
  }

  @Test
  void a_database_that_is_away_is_not_asked_again_for_each() throws Exception {
    var away = new IllegalStateException("away");
    List<Integer> asked = Collections.synchronizedList(new ArrayList<>());
    var failing =
        new GatherRequests(
            requests -> {
              asked.add(requests.size());
              if (asked.size() == 1) {
                return take(requests);
              }
              throw away;
            },
            e -> e == away,
            1);
    var sent =
        IntStream.range(0, 4)
            .mapToObj(
                n -> {
                  var one =
                      new FutureTask<>(
                          () ->
                              failing.accept(
                                  new Request(List.of(submission("a" + n)), IntakeDesk.PRECINCT)));
                  var thread = Thread.ofVirtual().start(one);
                  await().until(() -> thread.getState() == Thread.State.WAITING);
                  return one;
                })
            .toList();

    opened.countDown();

    assertThat(sent.getFirst().get()).hasSize(1);
    assertThat(sent.subList(1, 4))
        .allSatisfy(one -> assertThatThrownBy(one::get).hasRootCause(away));
    assertThat(asked).containsExactly(1, 3);
  }

  @Test
  void a_group_holds_a_thousand_events_unless_one_request_alone_has_more() throws Exception {
    var first = sends("1");
    var large = IntStream.range(0, 700).mapToObj(n -> "l" + n).toArray(String[]::new);
    var second = sends(large);
    var third = sends(large);
    var fourth = sends("4");

    opened.countDown();

    assertThat(first.get()).hasSize(1);
    assertThat(second.get()).hasSize(700);
    assertThat(third.get()).hasSize(700);
    assertThat(fourth.get()).hasSize(1);
    assertThat(groups).containsExactly(List.of(1), List.of(700), List.of(700, 1));
  }

  @Test
  void who_sends_many_at_once_keeps_no_neighbour_out_of_the_next_group() throws Exception {
    var neighbour = new Caller("neighbour", Set.of(Role.PRECINCT_SYSTEM), "D0102", null);
    var first = sends("1");
    var batch = IntStream.range(0, 600).mapToObj(n -> "b" + n).toArray(String[]::new);
    var flood = Stream.generate(() -> sends(batch)).limit(3).toList();
    var calm = sends(neighbour, "2");

    opened.countDown();

    assertThat(first.get()).hasSize(1);
    assertThat(calm.get()).hasSize(1);
    assertThat(flood).allSatisfy(one -> assertThat(one.get()).hasSize(600));
    assertThat(groups).containsExactly(List.of(1), List.of(600, 1), List.of(600), List.of(600));
  }
}
