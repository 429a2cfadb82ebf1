package io.caseclock.log.wiring;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import java.util.logging.Handler;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtHandler;

/** Every line that a service logs, by whatever handler, goes through {@link OneLineFormatter}. */
public class LogWiring {

  void encodeLines(@Observes @Priority(1) StartupEvent start) {
    for (var handler : Logger.getLogger("").getHandlers()) {
      encode(handler);
    }
  }

  static void encode(Handler handler) {
    var formatter = handler.getFormatter();
    if (formatter != null && !(formatter instanceof OneLineFormatter)) {
      handler.setFormatter(new OneLineFormatter(formatter));
    }
    if (handler instanceof ExtHandler several) {
      for (var inner : several.getHandlers()) {
        encode(inner);
      }
    }
  }
}
