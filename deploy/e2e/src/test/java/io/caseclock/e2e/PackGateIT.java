package io.caseclock.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import io.caseclock.local.ServiceKind;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.pack.file.PackFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The packaged monitor as the Job of an upgrade starts it, beside the one that runs. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@ExtendWith(SharedSuite.class)
class PackGateIT {

  private static final String SHIPPED = "cn-public-security";
  private static final List<String> OTHERS =
      List.of("cn-court-mediation", "cn-guardianship-supervision");

  @TempDir private Path folder;
  private Suite suite;

  @BeforeAll
  void theSuite(Suite shared) {
    suite = shared;
  }

  @Test
  void packs_that_are_in_force_pass_and_no_service_is_started() throws Exception {
    var run = gate("0", SHIPPED, OTHERS);

    assertThat(run.said()).contains("is the one in force", "Passed: 0").doesNotContain("Quarkus");
    assertThat(run.exit()).isZero();
  }

  @Test
  void a_pack_that_says_the_same_in_other_bytes_is_compared_and_passes() throws Exception {
    var run = gate("0", withARemark(), OTHERS);

    assertThat(run.said()).contains("open deadlines compared; changes: {}", "Passed: 0");
    assertThat(run.exit()).isZero();
  }

  @Test
  void a_pack_that_is_taken_away_is_stopped_and_misuse_is_told_from_it() throws Exception {
    assertThat(gate("0", SHIPPED, List.of()).exit()).isEqualTo(1);
    assertThat(gate("few", SHIPPED, OTHERS).exit()).isEqualTo(2);
  }

  /**
   * @param pack in the place of the shipped one
   * @param others that are in force beside it
   */
  private JavaProgram gate(String atMost, String pack, List<String> others)
      throws IOException, InterruptedException {
    var token = suite.stack().token(LocalRole.SUPERVISOR, Roster.BUREAU, Roster.SUPERVISOR);
    var file = Files.writeString(folder.resolve("token"), token);
    List<String> asked = new ArrayList<>(List.of("pack-impact"));
    asked.addAll(List.of("--monitor=" + suite.stack().monitorUrl(), "--token-file=" + file));
    asked.addAll(List.of("--at-most=" + atMost, pack));
    asked.addAll(others);
    var module = Suite.repository().resolve(ServiceKind.MONITOR.module());
    return JavaProgram.run(module, module.resolve("target/quarkus-app/quarkus-run.jar"), asked);
  }

  private String withARemark() throws IOException {
    Map<String, String> files = new TreeMap<>(PackFiles.shipped(SHIPPED).texts());
    files.merge("pack.yaml", "# A remark.\n", String::concat);
    var pack = folder.resolve("candidate");
    for (var file : files.entrySet()) {
      var path = pack.resolve(file.getKey());
      Files.createDirectories(Objects.requireNonNull(path.getParent()));
      Files.writeString(path, file.getValue());
    }
    return pack.toString();
  }
}
