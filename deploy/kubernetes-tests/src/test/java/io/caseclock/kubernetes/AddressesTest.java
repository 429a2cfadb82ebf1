package io.caseclock.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Whoever names a Service of the release names a port that it has. */
class AddressesTest {

  @ParameterizedTest
  @MethodSource("io.caseclock.kubernetes.Renderings#all")
  void each_address_leads_to_a_port_of_a_service(Rendered rendered) {
    assertThat(Addresses.faults(rendered)).isEmpty();
  }

  @Test
  void addresses_of_services_of_the_gate_of_hosts_and_of_metrics_are_seen() {
    assertThat(Addresses.within(Renderings.withGate()))
        .contains(
            "notification CASECLOCK_MONITOR_URL: http://caseclock-monitor:8082",
            "pack-gate argument: http://caseclock-monitor:8082");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "port: 8082\\n      targetPort ; port: 82\\n      targetPort ;"
            + " CASECLOCK_MONITOR_URL: http://caseclock-monitor:8082 leads to none of [http 82]",
        "http://caseclock-monitor:8082 ; http://caseclock-monitor ;"
            + " http://caseclock-monitor leads to none of [http 8082]",
        "http://caseclock-monitor:8082 ; https://caseclock-monitor:8082 ;"
            + " https://caseclock-monitor:8082 leads to none of [http 8082]",
        "http://caseclock-monitor:8082 ; http://caseclock-watch:8082 ;"
            + " http://caseclock-watch:8082 is no Service",
        "http://caseclock-monitor:8082 ; http://caseclock-monitor.caseclock.svc:83 ;"
            + " http://caseclock-monitor.caseclock.svc:83 leads to none of [http 8082]",
        "name: https\\n      port: 8443\\n      targetPort: https ;"
            + " name: https\\n      port: 9443\\n      targetPort: https ;"
            + " caseclock-intake listens at 9443 and its pods at 8443",
        "port:\\n                  name: http ; port:\\n                  name: web ;"
            + " Ingress: caseclock-intake has no port web",
        "port:\\n                  name: http ; port:\\n                  number: 8000 ;"
            + " Ingress: caseclock-intake has no port 8000",
        "name: caseclock-intake\\n"
            + "                port ; name: caseclock-inlet\\n"
            + "                port ; Ingress: caseclock-inlet is no Service",
        "- port: http\\n"
            + " ; - port: metrics\\n"
            + " ; ServiceMonitor: caseclock-monitor has no port metrics",
        "- port: http\\n"
            + " ; - targetPort: 8081\\n"
            + " ; ServiceMonitor: caseclock-monitor has no port null",
      })
  void a_slip_of_the_pen_is_found(String right, String wrong, String told) {
    var altered =
        Chart.rendered(ValueSet.PROVINCE)
            .with(right.replace("\\n", "\n"), wrong.replace("\\n", "\n"));

    assertThat(Addresses.faults(altered)).anySatisfy(fault -> assertThat(fault).contains(told));
  }

  @Test
  void a_gate_that_asks_another_port_is_found() {
    var altered =
        Renderings.withGate()
            .with(
                "--monitor=http://caseclock-monitor:8082", "--monitor=http://caseclock-monitor:8");

    assertThat(Addresses.faults(altered))
        .isEqualTo(
            List.of("pack-gate argument: http://caseclock-monitor:8 leads to none of [http 8082]"));
  }

  @Test
  void metrics_that_are_read_of_no_service_are_found() {
    var province = Chart.rendered(ValueSet.PROVINCE);
    var monitor = province.text().replaceFirst("(?s).*(kind: ServiceMonitor.*?endpoints:).*", "$1");

    var altered =
        province.with(
            monitor,
            monitor.replace(
                "matchLabels:\n      app.kubernetes.io/name: caseclock",
                "matchLabels:\n      app.kubernetes.io/name: clock"));

    assertThat(Addresses.faults(altered)).contains("ServiceMonitor: selects no Service");
  }
}
