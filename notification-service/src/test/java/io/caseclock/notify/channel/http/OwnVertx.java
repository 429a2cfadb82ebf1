package io.caseclock.notify.channel.http;

import io.vertx.core.Vertx;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The loops of a class of tests, which end with it. */
public final class OwnVertx implements BeforeAllCallback, AfterAllCallback {

  private @Nullable Vertx vertx;

  public Vertx get() {
    return Objects.requireNonNull(vertx, "within a test");
  }

  @Override
  public void beforeAll(ExtensionContext tests) {
    vertx = Vertx.vertx();
  }

  @Override
  public void afterAll(ExtensionContext tests) throws Exception {
    get().close().toCompletionStage().toCompletableFuture().get();
  }
}
