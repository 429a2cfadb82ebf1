package io.caseclock.testsupport;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Tokens of an administrator that no service may take, each with what is wrong with it. */
public final class BadTokens {

  private static final long OUTSIDE_THE_SKEW = 45;

  private BadTokens() {}

  /** What is wrong, and the token. */
  public static Stream<Map.Entry<String, String>> all() {
    var now = Instant.now().getEpochSecond();
    Map<String, String> tokens = new LinkedHashMap<>();
    tokens.put("another issuer", token().claim("iss", "https://elsewhere.test").sign());
    tokens.put("no issuer", token().claim("iss", null).sign());
    tokens.put("another audience", token().claim("aud", "payroll").sign());
    tokens.put("no audience", token().claim("aud", null).sign());
    tokens.put("no end", token().time("exp", null).sign());
    tokens.put("over", token().time("exp", now - OUTSIDE_THE_SKEW).sign());
    tokens.put("not valid yet", token().time("nbf", now + 2 * OUTSIDE_THE_SKEW).sign());
    tokens.put("issued ahead of time", token().time("iat", now + 2 * OUTSIDE_THE_SKEW).sign());
    tokens.put("without a signature", token().signedBy(head("none"), bytes -> new byte[0]));
    tokens.put("signed by another key", token().signedBy(head("RS256"), BadTokens::otherKey));
    tokens.put("signed with our public key", token().signedBy(head("HS256"), BadTokens::hmac));
    return tokens.entrySet().stream();
  }

  private static TestTokens token() {
    return TestTokens.of("administrator").unit("D01");
  }

  private static String head(String algorithm) {
    return "{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\",\"kid\":\"test\"}";
  }

  private static byte[] otherKey(byte[] signed) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(generator.generateKeyPair().getPrivate());
      signature.update(signed);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no RSA", e);
    }
  }

  /** As one who knows the public key, and hopes that it is taken for a secret. */
  private static byte[] hmac(byte[] signed) {
    try {
      var mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(publicKey(), "HmacSHA256"));
      return mac.doFinal(signed);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no HMAC", e);
    }
  }

  private static byte[] publicKey() {
    var pem =
        "-----BEGIN PUBLIC KEY-----\n"
            + Base64.getMimeEncoder(64, new byte[] {'\n'})
                .encodeToString(Base64.getDecoder().decode(TestTokens.publicKey()))
            + "\n-----END PUBLIC KEY-----\n";
    return pem.getBytes(StandardCharsets.US_ASCII);
  }
}
