package io.caseclock.e2e.doors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.caseclock.local.LocalStack;
import io.caseclock.local.secret.LocalRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/**
 * Tokens as the stack issues them, with claims changed: whatever a claim is not about stays as it
 * is, so that a refusal has one reason only.
 */
final class Tokens {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

  private final LocalStack stack;
  private final PrivateKey key;

  Tokens(LocalStack stack) {
    this.stack = stack;
    this.key = read(stack);
  }

  /** A token of the stack's own key. */
  String with(LocalRole role, Consumer<Map<String, Object>> change) {
    return sign(key, role, change);
  }

  /** One that is signed by nobody whom the services know. */
  String ofAnotherKey(LocalRole role) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return sign(generator.generateKeyPair().getPrivate(), role, claims -> {});
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** One that says itself that it is not signed. */
  String unsigned(LocalRole role) {
    return part("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + part(json(claims(role))) + ".";
  }

  private String sign(PrivateKey key, LocalRole role, Consumer<Map<String, Object>> change) {
    var claims = claims(role);
    change.accept(claims);
    var signed = part("{\"alg\":\"RS256\",\"typ\":\"JWT\"}") + "." + part(json(claims));
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(key);
      signature.update(signed.getBytes(StandardCharsets.US_ASCII));
      return signed + "." + BASE64.encodeToString(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, Object> claims(LocalRole role) {
    var payload = Base64.getUrlDecoder().decode(stack.token(role).split("\\.")[1]);
    try {
      return new HashMap<>(JSON.readValue(payload, new TypeReference<Map<String, Object>>() {}));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String part(String text) {
    return BASE64.encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }

  private static String json(Map<String, Object> claims) {
    try {
      return JSON.writeValueAsString(claims);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static PrivateKey read(LocalStack stack) {
    try {
      var pem = Files.readString(stack.secrets().privateKeyFile());
      var body = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
      return KeyFactory.getInstance("RSA")
          .generatePrivate(new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
