package io.caseclock.notify.wiring;

import io.caseclock.notify.monitor.MonitorApi;
import io.caseclock.notify.monitor.http.HttpMonitorApi;
import jakarta.enterprise.inject.Disposes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** How the monitor is asked. */
public class MonitorWiring {

  @Produces
  @Singleton
  MonitorApi monitor(NotifyConfig config) {
    var monitor = config.monitor();
    return new HttpMonitorApi(monitor.url(), monitor.timeout(), monitor.downloadTimeout());
  }

  void close(@Disposes MonitorApi monitor) throws Exception {
    if (monitor instanceof AutoCloseable closeable) {
      closeable.close();
    }
  }
}
