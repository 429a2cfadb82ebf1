package io.caseclock.e2e.faults;

import io.caseclock.e2e.Suite;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.GroupListing;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;

/** The groups that read topics; all of them are stopped. */
record Readers(Suite suite) {

  /** Those whose name begins so begin again; what is known already is told apart by its id. */
  void beginAgain(String prefix) throws ExecutionException, InterruptedException {
    Map<String, Object> brokers =
        Map.of(
            AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, suite.stack().kafka().bootstrapServers());
    try (var admin = Admin.create(brokers)) {
      for (var group : admin.listGroups().all().get()) {
        if (group.groupId().startsWith(prefix)) {
          begin(admin, group);
        }
      }
    }
  }

  private static void begin(Admin admin, GroupListing group)
      throws ExecutionException, InterruptedException {
    var read = admin.listConsumerGroupOffsets(group.groupId()).partitionsToOffsetAndMetadata();
    var first =
        read.get().keySet().stream()
            .collect(Collectors.toMap(part -> part, part -> new OffsetAndMetadata(0)));
    admin.alterConsumerGroupOffsets(group.groupId(), first).all().get();
  }
}
