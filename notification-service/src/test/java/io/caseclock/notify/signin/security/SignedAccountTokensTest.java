package io.caseclock.notify.signin.security;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.caseclock.notify.signin.Account;
import io.caseclock.wire.Json;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SignedAccountTokensTest {

  private static final Instant NOW = Instant.parse("2026-03-02T01:00:00Z");
  private static final Account ACCOUNT = new Account("officer", "officer", "D0102", "O1", "示例民警");

  @Test
  void the_token_says_who_it_is_for_a_minute_and_is_signed_with_the_key(@TempDir Path directory)
      throws IOException, GeneralSecurityException {
    var pair = pair();
    var tokens = new SignedAccountTokens(pem(directory, pair), () -> NOW);

    var parts = tokens.issue(ACCOUNT).split("\\.");

    var claims = json(parts[1]);
    assertThat(claims.path("sub").asText()).isEqualTo("officer");
    assertThat(claims.path("groups").path(0).asText()).isEqualTo("officer");
    assertThat(claims.path("unit").asText()).isEqualTo("D0102");
    assertThat(claims.path("officer").asText()).isEqualTo("O1");
    assertThat(claims.path("exp").asLong() - NOW.getEpochSecond()).isEqualTo(60);
    assertThat(claims.has("name")).isFalse();
    assertThat(isSigned(parts, pair)).isTrue();
  }

  @Test
  void an_account_of_several_units_has_them_all_in_its_token(@TempDir Path directory)
      throws IOException, GeneralSecurityException {
    var tokens = new SignedAccountTokens(pem(directory, pair()), () -> NOW);
    var joint = new Account("x", "prosecutor", "D0102", List.of("D0103"), null, "示例检察官");

    var claims = json(tokens.issue(joint).split("\\.")[1]);

    assertThat(claims.path("unit")).extracting(JsonNode::asText).containsExactly("D0102", "D0103");
  }

  private static JsonNode json(String part) throws IOException {
    return Json.MAPPER.readTree(Base64.getUrlDecoder().decode(part));
  }

  private static boolean isSigned(String[] parts, KeyPair pair) throws GeneralSecurityException {
    var signature = Signature.getInstance("SHA256withRSA");
    signature.initVerify(pair.getPublic());
    signature.update((parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII));
    return signature.verify(Base64.getUrlDecoder().decode(parts[2]));
  }

  private static KeyPair pair() throws GeneralSecurityException {
    var generator = KeyPairGenerator.getInstance("RSA");
    generator.initialize(2048);
    return generator.generateKeyPair();
  }

  private static Path pem(Path directory, KeyPair pair) throws IOException {
    var body = Base64.getMimeEncoder().encodeToString(pair.getPrivate().getEncoded());
    return Files.writeString(
        directory.resolve("key.pem"),
        "-----BEGIN PRIVATE KEY-----\n" + body + "\n-----END PRIVATE KEY-----\n");
  }
}
