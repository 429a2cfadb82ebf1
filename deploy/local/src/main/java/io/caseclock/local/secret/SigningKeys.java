package io.caseclock.local.secret;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;

/**
 * The RSA key pair of the local stack, in the form in which it is kept and handed to the services.
 */
record SigningKeys(KeyPair pair) {

  private static final int BITS = 2048;
  private static final String BEGIN = "-----BEGIN PRIVATE KEY-----";
  private static final String END = "-----END PRIVATE KEY-----";

  static SigningKeys generate() {
    try {
      var generator = KeyPairGenerator.getInstance("RSA");
      generator.initialize(BITS);
      return new SigningKeys(generator.generateKeyPair());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("this Java has no RSA", e);
    }
  }

  /** Reads what {@link #asPem()} wrote; the public key follows from the private one. */
  static SigningKeys ofPem(String pem) {
    var body = pem.replace(BEGIN, "").replace(END, "").replaceAll("\\s", "");
    try {
      var factory = KeyFactory.getInstance("RSA");
      var spec = new PKCS8EncodedKeySpec(Base64.getDecoder().decode(body));
      var key = (RSAPrivateCrtKey) factory.generatePrivate(spec);
      var open = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
      return new SigningKeys(new KeyPair(factory.generatePublic(open), key));
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("the signing key is damaged; start with --fresh", e);
    }
  }

  String asPem() {
    var body = Base64.getMimeEncoder(64, new byte[] {'\n'});
    return BEGIN + "\n" + body.encodeToString(pair.getPrivate().getEncoded()) + "\n" + END;
  }

  /** Returns the public key as base64 of its DER form, on one line. */
  String publicKeyLine() {
    return Base64.getEncoder().encodeToString(pair.getPublic().getEncoded());
  }

  PrivateKey privateKey() {
    return pair.getPrivate();
  }
}
