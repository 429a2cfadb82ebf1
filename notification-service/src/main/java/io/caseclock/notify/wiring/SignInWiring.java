package io.caseclock.notify.wiring;

import io.caseclock.notify.signin.BrakedSignIn;
import io.caseclock.notify.signin.SignIn;
import io.caseclock.notify.signin.file.LocalSignIn;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import org.eclipse.microprofile.config.Config;

/** Built-in accounts in the local stack, an OpenID Connect provider everywhere else. */
public class SignInWiring {

  private static final String PROVIDER = "quarkus.oidc.auth-server-url";

  /** The brake goes by real time: moving the local clock neither lifts nor lengthens a wait. */
  @Produces
  @Singleton
  SignIn signIn(NotifyConfig config) {
    var local = config.local();
    if (local.usersFile().isEmpty() || local.privateKeyFile().isEmpty()) {
      return SignIn.NONE;
    }
    return new BrakedSignIn(
        new LocalSignIn(local.usersFile().get(), local.privateKeyFile().get()),
        InstantSource.system());
  }

  void refuseBuiltInAccountsInProduction(
      @Observes @Priority(1) StartupEvent start, NotifyConfig notify, Config config) {
    if (LaunchMode.current() == LaunchMode.NORMAL && ConfigUtils.isProfileActive("prod")) {
      check(notify, config);
    }
  }

  /** Throws where production would have built-in accounts, or nobody who signs people in. */
  static void check(NotifyConfig notify, Config config) {
    if (notify.local().usersFile().isPresent()) {
      throw localOnly("caseclock.local.users-file");
    }
    if (notify.local().privateKeyFile().isPresent()) {
      throw localOnly("caseclock.local.private-key-file");
    }
    if (config.getOptionalValue(PROVIDER, String.class).isEmpty()) {
      throw new IllegalStateException(PROVIDER + " is not set: nobody could sign in");
    }
  }

  private static IllegalStateException localOnly(String key) {
    return new IllegalStateException(
        key + " is set: built-in accounts are for the local stack only");
  }
}
