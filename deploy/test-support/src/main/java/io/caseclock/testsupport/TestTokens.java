package io.caseclock.testsupport;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Bearer tokens for tests: {@code TestTokens.of("supervisor").unit("D01").officer("O1").sign()}.
 * The key is made once a JVM; {@link InfrastructureResource} tells the service its public half.
 * Like the servers' addresses it stands in the system properties, since a test framework may load
 * this class several times. A token names every source below {@code urn:precinct:} unless the test
 * names others.
 */
public final class TestTokens {

  private static final String PRIVATE = "io.caseclock.testsupport.private-key";
  private static final String PUBLIC = "io.caseclock.testsupport.public-key";
  private static final String HEADER = "{\"alg\":\"RS256\",\"typ\":\"JWT\",\"kid\":\"test\"}";

  /** Far enough ahead for every test, even with a clock that was moved. */
  private static final long EXPIRES_AT = 4_102_444_800L;

  private final String roles;
  private final Map<String, String> claims = new LinkedHashMap<>();
  private final Map<String, Long> times = new LinkedHashMap<>(Map.of("iat", 0L, "exp", EXPIRES_AT));
  private String sources = array("urn:precinct:*");
  private String units = "";

  private TestTokens(String roles) {
    this.roles = roles;
    claims.put("sub", "test-caller");
    claims.put("iss", "https://caseclock.test");
    claims.put("aud", "caseclock");
  }

  /** A token with these roles' wire names. */
  public static TestTokens of(String... roles) {
    return new TestTokens(array(roles));
  }

  /** What {@code quarkus.oidc.public-key} has to be for these tokens. */
  public static String publicKey() {
    return key(PUBLIC);
  }

  public TestTokens name(String account) {
    claims.put("sub", account);
    return this;
  }

  public TestTokens unit(String unitId) {
    claims.put("unit", unitId);
    return this;
  }

  /** Several units, of which the bearer acts in one at a time. */
  public TestTokens units(String... unitIds) {
    claims.remove("unit");
    units = ",\"unit\":" + array(unitIds);
    return this;
  }

  public TestTokens officer(String officerId) {
    claims.put("officer", officerId);
    return this;
  }

  /** Narrows, or widens, the event sources that the bearer is registered for; none at all. */
  public TestTokens sources(String... patterns) {
    sources = array(patterns);
    return this;
  }

  /** Replaces a claim that is a text; null leaves it out. */
  public TestTokens claim(String name, @Nullable String text) {
    if (text == null) {
      claims.remove(name);
    } else {
      claims.put(name, text);
    }
    return this;
  }

  /** Replaces a claim that is a time in seconds since 1970; null leaves it out. */
  public TestTokens time(String name, @Nullable Long seconds) {
    if (seconds == null) {
      times.remove(name);
    } else {
      times.put(name, seconds);
    }
    return this;
  }

  /** The signed token, ready for {@code Authorization: Bearer}. */
  public String sign() {
    var signed = encoded(utf8(HEADER)) + "." + payload();
    return signed + "." + encoded(signature(utf8(signed)));
  }

  /** The token with another head and whatever signs it: to show that it is refused. */
  public String signedBy(String head, UnaryOperator<byte[]> signature) {
    var signed = encoded(utf8(head)) + "." + payload();
    return signed + "." + encoded(signature.apply(utf8(signed)));
  }

  private String payload() {
    var members =
        Stream.concat(
                claims.entrySet().stream()
                    .map(claim -> quoted(claim.getKey()) + ":" + quoted(claim.getValue())),
                times.entrySet().stream()
                    .map(time -> quoted(time.getKey()) + ":" + time.getValue()))
            .collect(Collectors.joining(","));
    var lists = ",\"groups\":" + roles + ",\"sources\":" + sources + units;
    return encoded(utf8("{" + members + lists + "}"));
  }

  private static byte[] signature(byte[] bytes) {
    try {
      var signature = Signature.getInstance("SHA256withRSA");
      signature.initSign(privateKey());
      signature.update(bytes);
      return signature.sign();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("the test token cannot be signed", e);
    }
  }

  private static PrivateKey privateKey() throws GeneralSecurityException {
    var encoded = Base64.getDecoder().decode(key(PRIVATE));
    return KeyFactory.getInstance("RSA").generatePrivate(new PKCS8EncodedKeySpec(encoded));
  }

  private static String key(String property) {
    synchronized (Runtime.getRuntime()) {
      var known = System.getProperty(property);
      return known == null ? makeKeys(property) : known;
    }
  }

  private static String makeKeys(String wanted) {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      var pair = generator.generateKeyPair();
      var encoder = Base64.getEncoder();
      var privateKey = encoder.encodeToString(pair.getPrivate().getEncoded());
      var publicKey = encoder.encodeToString(pair.getPublic().getEncoded());
      System.setProperty(PRIVATE, privateKey);
      System.setProperty(PUBLIC, publicKey);
      return wanted.equals(PRIVATE) ? privateKey : publicKey;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this JVM has no RSA", e);
    }
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String encoded(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }

  private static String array(String... texts) {
    return Arrays.stream(texts).map(TestTokens::quoted).collect(Collectors.joining(",", "[", "]"));
  }

  private static String quoted(String text) {
    return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
  }
}
