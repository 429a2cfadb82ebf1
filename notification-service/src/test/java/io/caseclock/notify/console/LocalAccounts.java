package io.caseclock.notify.console;

import io.caseclock.testsupport.TestTokens;
import io.quarkus.test.junit.QuarkusTestProfile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Built-in accounts as the local launcher writes them, and a monitor that tests speak for. */
public class LocalAccounts implements QuarkusTestProfile {

  static final String PASSWORD = "not-a-real-password";

  private static final String USERS =
      """
      [{"username":"officer","password":"%1$s","role":"officer","unit":"D0102","officer":"O1",
        "name":"示例民警"},
       {"username":"legal","password":"%1$s","role":"legal-officer","unit":"D01","officer":"L9",
        "name":"示例法制员"},
       {"username":"chief","password":"%1$s","role":"supervisor","unit":"D01","officer":"S1",
        "name":"示例督察"},
       {"username":"admin","password":"%1$s","role":"administrator","unit":"D01",
        "name":"示例管理员"},
       {"username":"auditor","password":"%1$s","role":"auditor","unit":"D01","name":"示例审计员"},
       {"username":"prosecutor","password":"%1$s","role":"prosecutor","unit":"D01",
        "name":"示例检察官"},
       {"username":"joint","password":"%1$s","role":"prosecutor","unit":"D0102",
        "moreUnits":["D0103","D09"],"name":"示例检察官"},
       {"username":"other","password":"%1$s","role":"legal-officer","unit":"D0103","officer":"O3",
        "name":"示例法制员"},
       {"username":"otheradmin","password":"%1$s","role":"administrator","unit":"D0103",
        "name":"示例管理员"},
       {"username":"neighbour","password":"%1$s","role":"officer","unit":"D0103","officer":"O3",
        "name":"示例民警"}]
      """
          .formatted(PASSWORD);

  @Override
  public Map<String, String> getConfigOverrides() {
    try {
      var publicKey = TestTokens.publicKey();
      var folder = Files.createDirectories(Path.of("target", "local-accounts"));
      var key = folder.resolve("private-key.pem").toAbsolutePath();
      var users = folder.resolve("users.json").toAbsolutePath();
      Files.writeString(
          key,
          "-----BEGIN PRIVATE KEY-----\n"
              + System.getProperty("io.caseclock.testsupport.private-key")
              + "\n-----END PRIVATE KEY-----\n");
      Files.writeString(users, USERS);
      return Map.of(
          "quarkus.oidc.public-key", publicKey,
          "caseclock.monitor.url", FakeMonitor.url(),
          "caseclock.local.private-key-file", key.toString(),
          "caseclock.local.users-file", users.toString());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
