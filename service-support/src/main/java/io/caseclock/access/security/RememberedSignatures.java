package io.caseclock.access.security;

import java.security.Key;
import org.jose4j.jca.ProviderContext;
import org.jose4j.jwa.CryptoPrimitive;
import org.jose4j.jws.JsonWebSignatureAlgorithm;
import org.jose4j.keys.KeyPersuasion;
import org.jose4j.lang.InvalidKeyException;
import org.jose4j.lang.JoseException;

/**
 * An algorithm of signatures that reckons only once whether a signature is right. Systems send the
 * same token with each request, and reckoning costs more than taking in an event.
 */
final class RememberedSignatures implements JsonWebSignatureAlgorithm {

  private final JsonWebSignatureAlgorithm algorithm;
  private final SignatureMemory memory;

  RememberedSignatures(JsonWebSignatureAlgorithm algorithm, SignatureMemory memory) {
    this.algorithm = algorithm;
    this.memory = memory;
  }

  @Override
  public boolean verifySignature(
      byte[] signature, Key key, byte[] signed, ProviderContext providers) throws JoseException {
    var asked = SignatureMemory.Known.of(getAlgorithmIdentifier(), key, signed, signature);
    if (memory.holds(asked)) {
      return true;
    }
    var isRight = algorithm.verifySignature(signature, key, signed, providers);
    if (isRight) {
      memory.keep(asked);
    }
    return isRight;
  }

  @Override
  public CryptoPrimitive prepareForSign(Key key, ProviderContext providers) throws JoseException {
    return algorithm.prepareForSign(key, providers);
  }

  @Override
  public byte[] sign(CryptoPrimitive prepared, byte[] toSign) throws JoseException {
    return algorithm.sign(prepared, toSign);
  }

  @Override
  public void validateSigningKey(Key key) throws InvalidKeyException {
    algorithm.validateSigningKey(key);
  }

  @Override
  public void validateVerificationKey(Key key) throws InvalidKeyException {
    algorithm.validateVerificationKey(key);
  }

  @Override
  public String getJavaAlgorithm() {
    return algorithm.getJavaAlgorithm();
  }

  @Override
  public String getAlgorithmIdentifier() {
    return algorithm.getAlgorithmIdentifier();
  }

  @Override
  public KeyPersuasion getKeyPersuasion() {
    return algorithm.getKeyPersuasion();
  }

  @Override
  public String getKeyType() {
    return algorithm.getKeyType();
  }

  @Override
  public boolean isAvailable() {
    return algorithm.isAvailable();
  }
}
