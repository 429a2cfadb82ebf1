package io.caseclock.notify.bulletin.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.notify.bulletin.Bulletin;
import io.caseclock.notify.bulletin.Corrections;
import io.caseclock.notify.monitor.Answer.Away;
import io.caseclock.notify.monitor.Answer.Refused;
import io.caseclock.notify.monitor.Answer.Told;
import io.caseclock.notify.monitor.Asker;
import io.caseclock.notify.monitor.MonitorApi;
import io.caseclock.notify.monitor.Query;
import io.caseclock.notify.monitor.Question;
import io.caseclock.wire.Json;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the monitor with the caller's own token: what the caller may not see there, they do not see
 * here. Asks for a bounded page.
 */
public final class MonitorCorrections implements Corrections {

  private static final Logger LOGGER = LoggerFactory.getLogger(MonitorCorrections.class);
  private static final String PATH = "/api/v1/statistics/corrections";
  private static final int MOST = 50;

  private final MonitorApi monitor;

  public MonitorCorrections(MonitorApi monitor) {
    this.monitor = monitor;
  }

  @Override
  public Answer since(Bulletin bulletin, @Nullable Instant since, Asker asker) {
    if (asker.token().isEmpty()) {
      return new Unknown("no-token");
    }
    var query =
        Query.of("unit", bulletin.unit())
            .and("from", bulletin.from())
            .and("to", bulletin.to())
            .and("limit", MOST)
            .and("since", since);
    var question = new Question("GET", PATH, query, null, asker);
    return switch (monitor.ask(question, JsonNode.class).answer()) {
      case Told<JsonNode>(var page) -> known(page);
      case Refused<JsonNode>(var problem) -> refused(problem.type().status());
      case Away<JsonNode> away -> new Unknown(away.isConfigured() ? "away" : "not-configured");
    };
  }

  private static Answer refused(int status) {
    LOGGER.atWarn().addKeyValue("reason", status).log("monitor refused to tell corrections");
    return new Unknown("refused");
  }

  private static Answer known(JsonNode page) {
    List<Map<String, Object>> found =
        StreamSupport.stream(page.path("corrections").spliterator(), false)
            .map(one -> Json.object(Json.bytes(one)))
            .toList();
    return new Known(found, page.path("next").isTextual());
  }
}
