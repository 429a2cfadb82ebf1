package io.caseclock.notify.wiring;

import io.caseclock.access.security.TokenQuestions;
import io.caseclock.jdbc.Sql;
import io.caseclock.notify.signin.AccountTokens;
import io.caseclock.notify.signin.FailedAttempts;
import io.caseclock.notify.signin.OpenStreams;
import io.caseclock.notify.signin.SessionStore;
import io.caseclock.notify.signin.Sessions;
import io.caseclock.notify.signin.SignIn;
import io.caseclock.notify.signin.ThrottledSignIn;
import io.caseclock.notify.signin.jdbc.JdbcSessionStore;
import io.caseclock.notify.signin.jdbc.JdbcTokenSessions;
import io.caseclock.notify.signin.security.AskedTokens;
import io.caseclock.notify.signin.security.Fingerprint;
import io.caseclock.notify.signin.security.LocalSignIn;
import io.caseclock.notify.signin.security.SessionQuestions;
import io.caseclock.notify.signin.security.SignedAccountTokens;
import io.caseclock.wiring.Setting;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.Base64;
import org.eclipse.microprofile.config.Config;

/** Built-in accounts in the local stack, an OpenID Connect provider everywhere else. */
public class SignInWiring {

  private static final int ID_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  /** With eight places each, 65,536 places: some megabytes, however many names are tried. */
  private static final int GROUPS = 8_192;

  /** After it is known who asks (200), and before it is looked at what they may (100). */
  private static final int BETWEEN = 150;

  private static final String PROVIDER = "quarkus.oidc.auth-server-url";

  /** Waits are measured by real time: moving the local clock neither lifts nor lengthens one. */
  @Produces
  @Singleton
  SignIn signIn(NotifyConfig config) {
    return config
        .local()
        .usersFile()
        .<SignIn>map(
            users ->
                new ThrottledSignIn(
                    new LocalSignIn(users),
                    InstantSource.system(),
                    new FailedAttempts(GROUPS, new Fingerprint())))
        .orElse(SignIn.NONE);
  }

  /** Where no built-in accounts are signed in, nobody asks for a token of one. */
  @Produces
  @Singleton
  AccountTokens accountTokens(NotifyConfig config) {
    return config
        .local()
        .privateKeyFile()
        .<AccountTokens>map(key -> new SignedAccountTokens(key, InstantSource.system()))
        .orElse(account -> "");
  }

  @Produces
  @Singleton
  JdbcTokenSessions tokenSessions(Sql sql) {
    return new JdbcTokenSessions(sql);
  }

  @Produces
  @Singleton
  SessionStore sessions(Sql sql) {
    return new JdbcSessionStore(sql);
  }

  @Produces
  @Singleton
  Sessions sessions(SessionStore sessions) {
    return new Sessions(sessions, InstantSource.system(), SignInWiring::newId);
  }

  @Produces
  @Singleton
  OpenStreams openStreams(SessionStore sessions, TokenQuestions questions) {
    return new OpenStreams(sessions, new AskedTokens(questions), InstantSource.system());
  }

  void refuseWhereNobodyAnswered(@Observes Filters filters) {
    filters.register(SessionQuestions::refuseWhereNobodyAnswered, BETWEEN);
  }

  private static String newId() {
    var bytes = new byte[ID_BYTES];
    RANDOM.nextBytes(bytes);
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
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
      throw Setting.refused(PROVIDER, "is not set: nobody could sign in");
    }
  }

  private static ConfigurationException localOnly(String key) {
    return Setting.refused(key, "is set: built-in accounts are for the local stack only");
  }
}
