package io.caseclock.consume.jdbc;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.consume.DeadLetter.Header;
import java.util.List;
import org.junit.jupiter.api.Test;

class RecordBytesTest {

  @Test
  void headers_come_back_as_they_came_whatever_their_values() {
    var headers =
        List.of(
            new Header("twice", new byte[] {(byte) 0xFF, 0, (byte) 0xFE}),
            new Header("twice", new byte[] {'2'}),
            new Header("empty", new byte[0]),
            new Header("", null));

    assertThat(RecordBytes.headers(RecordBytes.text(headers)))
        .usingRecursiveFieldByFieldElementComparator()
        .containsExactlyElementsOf(headers);
  }

  @Test
  void half_of_a_pair_is_marked_and_a_whole_one_kept() {
    assertThat(RecordBytes.storable("a\uD83Db\uDE00c\uD83D\uDE00"))
        .isEqualTo("a\uFFFDb\uFFFDc\uD83D\uDE00");
  }

  @Test
  void a_name_that_no_table_keeps_is_marked() {
    var kept = RecordBytes.headers(RecordBytes.text(List.of(new Header("a\u0000b", null))));

    assertThat(kept).extracting(Header::name).containsExactly("a\uFFFDb");
  }
}
