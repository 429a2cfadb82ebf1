package io.caseclock.access.security;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import org.jose4j.jwa.AlgorithmFactory;
import org.jose4j.jwa.AlgorithmFactoryFactory;
import org.jose4j.jws.JsonWebSignatureAlgorithm;
import org.jose4j.keys.KeyPersuasion;
import org.jose4j.lang.InvalidAlgorithmException;

/**
 * Lets the library that reads tokens remember the signatures that it found right. Everything else
 * of a token is checked for each request: its times, issuer and audience, and whether the provider
 * still has its key.
 */
@Singleton
public class TokenSignatures {

  /** Some 150 bytes each, beside the few keys there are. */
  static final int MOST = 10_000;

  void remember(@Observes @Priority(1) StartupEvent start) throws InvalidAlgorithmException {
    remember(
        AlgorithmFactoryFactory.getInstance().getJwsAlgorithmFactory(), new SignatureMemory(MOST));
  }

  /** Wraps each algorithm with public keys, and none twice. */
  static void remember(
      AlgorithmFactory<JsonWebSignatureAlgorithm> algorithms, SignatureMemory memory)
      throws InvalidAlgorithmException {
    for (var name : List.copyOf(algorithms.getSupportedAlgorithms())) {
      var algorithm = algorithms.getAlgorithm(name);
      if (algorithm.getKeyPersuasion() == KeyPersuasion.ASYMMETRIC
          && !(algorithm instanceof RememberedSignatures)) {
        algorithms.registerAlgorithm(new RememberedSignatures(algorithm, memory));
      }
    }
  }
}
