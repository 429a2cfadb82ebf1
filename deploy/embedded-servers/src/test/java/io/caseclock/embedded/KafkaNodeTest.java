package io.caseclock.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class KafkaNodeTest {

  private static final KafkaNode SECOND = new KafkaNode(2, 9092, List.of(101, 102, 103));

  @Test
  void a_node_is_read_as_it_was_told() {
    assertThat(KafkaNode.of(SECOND.arguments())).isEqualTo(SECOND);
  }

  @Test
  void each_node_knows_all_controllers_and_its_own() {
    assertThat(SECOND.voters()).isEqualTo("1@127.0.0.1:101,2@127.0.0.1:102,3@127.0.0.1:103");
    assertThat(SECOND.controllerPort()).isEqualTo(102);
  }

  @Test
  void of_three_copies_two_are_waited_for() {
    assertThat(SECOND.copies()).isEqualTo(3);
    assertThat(SECOND.copiesBeforeConfirmed()).isEqualTo(2);
  }

  @Test
  void one_that_is_alone_has_the_only_copy() {
    var alone = KafkaNode.alone(9092);

    assertThat(alone.copies()).isEqualTo(1);
    assertThat(alone.copiesBeforeConfirmed()).isEqualTo(1);
  }

  @Test
  void five_brokers_keep_three_copies() {
    var fifth = new KafkaNode(5, 9092, List.of(101, 102, 103, 104, 105));

    assertThat(fifth.copies()).isEqualTo(3);
  }

  @Test
  void there_is_no_fourth_of_three() {
    assertThatThrownBy(() -> new KafkaNode(4, 9092, List.of(101, 102, 103)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("node 4 of 3");
  }
}
