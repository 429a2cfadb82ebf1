package io.caseclock.access.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.security.Key;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jwa.AlgorithmFactory;
import org.jose4j.jwa.AlgorithmFactoryFactory;
import org.jose4j.jws.HmacUsingShaAlgorithm;
import org.jose4j.jws.JsonWebSignature;
import org.jose4j.jws.JsonWebSignatureAlgorithm;
import org.jose4j.jws.RsaUsingShaAlgorithm;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.NumericDate;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.lang.JoseException;
import org.junit.jupiter.api.Test;

class RememberedSignaturesTest {

  private static final int MOST = 2;
  private static final long END = 1_800_000_000;

  private final ProviderContext providers = new ProviderContext();
  private final AtomicInteger reckoned = new AtomicInteger();
  private final SignatureMemory memory = new SignatureMemory(MOST);
  private final KeyPair keys = keys();
  private final RememberedSignatures signatures =
      new RememberedSignatures(
          new RsaUsingShaAlgorithm.RsaSha256() {
            @Override
            public boolean verifySignature(
                byte[] signature, Key key, byte[] signed, ProviderContext context)
                throws JoseException {
              reckoned.incrementAndGet();
              return super.verifySignature(signature, key, signed, context);
            }
          },
          memory);

  private static KeyPair keys() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(2048);
      return generator.generateKeyPair();
    } catch (NoSuchAlgorithmException e) {
      throw new AssertionError(e);
    }
  }

  @Test
  void a_signature_that_was_right_is_reckoned_once() throws JoseException {
    var signature = signature("token");

    assertThat(isRight(signature, keys, "token")).isTrue();
    assertThat(isRight(signature, keys, "token")).isTrue();

    assertThat(reckoned).hasValue(1);
  }

  @Test
  void under_another_key_it_is_reckoned_anew_and_wrong() throws JoseException {
    var signature = signature("token");
    isRight(signature, keys, "token");

    assertThat(isRight(signature, keys(), "token")).isFalse();

    assertThat(reckoned).hasValue(2);
  }

  @Test
  void it_is_right_for_these_very_bytes_only() throws JoseException {
    var signature = signature("token");
    isRight(signature, keys, "token");

    assertThat(isRight(signature, keys, "tokem")).isFalse();
    signature[0] ^= 1;
    assertThat(isRight(signature, keys, "token")).isFalse();
  }

  @Test
  void what_was_wrong_is_not_remembered() throws JoseException {
    var signature = signature("other");

    assertThat(isRight(signature, keys, "token")).isFalse();
    assertThat(isRight(signature, keys, "token")).isFalse();

    assertThat(reckoned).hasValue(2);
    assertThat(memory.size()).isZero();
  }

  @Test
  void what_was_not_asked_for_longest_is_forgotten() throws JoseException {
    for (var token : new String[] {"1", "2", "1", "3", "1"}) {
      assertThat(isRight(signature(token), keys, token)).isTrue();
    }
    assertThat(memory.size()).isEqualTo(MOST);
    assertThat(reckoned).hasValue(3);

    isRight(signature("2"), keys, "2");

    assertThat(reckoned).hasValue(4);
  }

  @Test
  void a_token_whose_signature_is_remembered_ends_when_it_ends_and_with_its_key() throws Exception {
    var token = token();
    TokenSignatures.remember(
        AlgorithmFactoryFactory.getInstance().getJwsAlgorithmFactory(), memory);
    assertThat(consumer(keys, END - 1).processToClaims(token).getSubject()).isEqualTo("system");
    assertThat(memory.size()).isEqualTo(1);

    assertThatCode(() -> consumer(keys, END - 1).processToClaims(token)).doesNotThrowAnyException();
    assertThatThrownBy(() -> consumer(keys, END).processToClaims(token))
        .isInstanceOfSatisfying(
            InvalidJwtException.class, refused -> assertThat(refused.hasExpired()).isTrue());
    assertThatThrownBy(() -> consumer(keys(), END - 1).processToClaims(token))
        .isInstanceOf(InvalidJwtException.class);
  }

  @Test
  void algorithms_with_public_keys_remember_once_and_those_with_secrets_never()
      throws JoseException {
    var algorithms = new AlgorithmFactory<>("alg", JsonWebSignatureAlgorithm.class);
    algorithms.registerAlgorithm(new RsaUsingShaAlgorithm.RsaSha256());
    algorithms.registerAlgorithm(new HmacUsingShaAlgorithm.HmacSha256());

    TokenSignatures.remember(algorithms, memory);
    var first = algorithms.getAlgorithm("RS256");
    TokenSignatures.remember(algorithms, memory);

    assertThat(first).isInstanceOf(RememberedSignatures.class);
    assertThat(algorithms.getAlgorithm("RS256")).isSameAs(first);
    assertThat(algorithms.getAlgorithm("HS256")).isNotInstanceOf(RememberedSignatures.class);
  }

  private byte[] signature(String signed) throws JoseException {
    return signatures.sign(signatures.prepareForSign(keys.getPrivate(), providers), utf8(signed));
  }

  private boolean isRight(byte[] signature, KeyPair signer, String signed) throws JoseException {
    return signatures.verifySignature(signature, signer.getPublic(), utf8(signed), providers);
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String token() throws JoseException {
    var claims = new JwtClaims();
    claims.setSubject("system");
    claims.setExpirationTime(NumericDate.fromSeconds(END));
    var token = new JsonWebSignature();
    token.setAlgorithmHeaderValue("RS256");
    token.setKey(keys.getPrivate());
    token.setPayload(claims.toJson());
    return token.getCompactSerialization();
  }

  private static JwtConsumer consumer(KeyPair trusted, long now) {
    return new JwtConsumerBuilder()
        .setVerificationKey(trusted.getPublic())
        .setRequireExpirationTime()
        .setEvaluationTime(NumericDate.fromSeconds(now))
        .build();
  }
}
