package io.caseclock.access.security;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.caseclock.contract.Sha256;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;

/**
 * What the provider said lately of a token: whether it is active. Those who ask at the same time
 * wait for one answer. It keeps hashes, no tokens; a question that failed is not remembered. For
 * any number of threads.
 */
public final class TokenAnswers {

  /** Some 200 bytes each. */
  private static final int MOST = 10_000;

  /** How long the provider may take to answer. */
  private static final long PATIENCE_SECONDS = 5;

  private final AsyncCache<ByteBuffer, Boolean> answers;

  /**
   * Knows nothing yet.
   *
   * @param within for how long an answer counts
   * @param ticker a clock that never goes back
   */
  public TokenAnswers(Duration within, Ticker ticker) {
    answers =
        Caffeine.newBuilder()
            .maximumSize(MOST)
            .expireAfterWrite(within)
            .ticker(ticker)
            .executor(Runnable::run)
            .buildAsync();
  }

  /** Whether the token is active: as was said lately, or as the question is answered now. */
  public CompletionStage<Boolean> ask(
      String token, Function<String, CompletionStage<Boolean>> question) {
    return answers
        .get(
            hash(token),
            (hash, executor) ->
                question
                    .apply(token)
                    .toCompletableFuture()
                    .orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS))
        .thenApply(Function.identity());
  }

  /** Whether it was said lately that the token is not active; nobody is asked. */
  public boolean isKnownRevoked(String token) {
    CompletableFuture<Boolean> known = answers.getIfPresent(hash(token));
    return known != null && known.isDone() && !known.isCompletedExceptionally() && !known.join();
  }

  private static ByteBuffer hash(String token) {
    return ByteBuffer.wrap(Sha256.begin().digest(token.getBytes(StandardCharsets.UTF_8)));
  }
}
