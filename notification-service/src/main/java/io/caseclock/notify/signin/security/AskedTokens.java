package io.caseclock.notify.signin.security;

import io.caseclock.access.security.TokenQuestions;
import io.caseclock.notify.signin.HeldTokens;
import io.quarkus.oidc.runtime.OidcUtils;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;

/** Asks the provider about tokens, at the same time; what ends is looked at elsewhere. */
public final class AskedTokens implements HeldTokens {

  /** Longer than any single question may take. */
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TokenQuestions questions;

  public AskedTokens(TokenQuestions questions) {
    this.questions = questions;
  }

  @Override
  public Set<String> among(Collection<String> tokens) {
    if (!questions.areAsked()) {
      return Set.copyOf(tokens);
    }
    return Multi.createFrom()
        .iterable(tokens)
        .onItem()
        .transformToUniAndMerge(token -> holds(token).map(holds -> holds ? token : ""))
        .filter(token -> !token.isEmpty())
        .collect()
        .with(Collectors.toSet())
        .await()
        .atMost(PATIENCE);
  }

  private Uni<Boolean> holds(String token) {
    return OidcUtils.isJwtTokenExpired(token)
        ? Uni.createFrom().item(!questions.isKnownRevoked(token))
        : questions.holds(token).onFailure().recoverWithItem(false);
  }
}
