package io.caseclock.notify.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.notify.message.MessageKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LiveInboxTest {

  private final List<NewEntry> table = new ArrayList<>();
  private final LiveInbox live = new LiveInbox(new Table());

  @Test
  void each_reader_gets_its_own_messages_once_and_in_order() {
    var one = new ArrayList<Long>();
    var two = new ArrayList<Long>();
    live.listen("O1", new Cursor(0, 0), arrival -> one.add(arrival.cursor().seq()));
    live.listen("O2", new Cursor(0, 0), arrival -> two.add(arrival.cursor().seq()));

    entry(1, "O1");
    entry(2, "O2");
    live.poll();
    entry(3, "O1");
    live.poll();
    live.poll();

    assertThat(one).containsExactly(1L, 3L);
    assertThat(two).containsExactly(2L);
  }

  @Test
  void a_reader_that_comes_back_misses_nothing_and_repeats_nothing() {
    var seen = new ArrayList<Long>();
    entry(1, "O1");
    entry(2, "O1");
    entry(3, "O1");

    var start = live.start(Cursor.parse("1-1"));
    live.listen("O1", start, arrival -> seen.add(arrival.cursor().seq()));
    live.poll();

    assertThat(seen).containsExactly(2L, 3L);
  }

  @Test
  void a_new_reader_starts_now_and_hears_nothing_after_it_left() {
    var seen = new ArrayList<Long>();
    entry(1, "O1");

    var leave =
        live.listen(
            "O1", live.start(Optional.empty()), arrival -> seen.add(arrival.cursor().seq()));
    entry(2, "O1");
    live.poll();
    leave.run();
    entry(3, "O1");

    assertThat(live.poll()).isZero();
    assertThat(seen).containsExactly(2L);
  }

  @Test
  void what_is_no_cursor_is_not_taken_for_one() {
    assertThat(Cursor.parse("12-7")).contains(new Cursor(12, 7));
    assertThat(Cursor.parse("12")).isEmpty();
    assertThat(Cursor.parse("a-b")).isEmpty();
  }

  private void entry(long seq, String person) {
    var entry =
        new InboxEntry(
            seq,
            "M" + seq,
            person,
            MessageKind.BREACH,
            "serious",
            1,
            Instant.EPOCH,
            null,
            List.of());
    table.add(new NewEntry(new Cursor(1, seq), entry));
  }

  private final class Table implements NewEntries {
    @Override
    public Cursor horizon() {
      return table.getLast().cursor();
    }

    @Override
    public List<NewEntry> since(Cursor after, Collection<String> people, int limit) {
      return table.stream()
          .filter(arrival -> arrival.cursor().compareTo(after) > 0)
          .filter(arrival -> people.contains(arrival.entry().person()))
          .limit(limit)
          .toList();
    }
  }
}
