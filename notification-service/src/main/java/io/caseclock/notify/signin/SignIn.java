package io.caseclock.notify.signin;

import java.util.Optional;

/** Signs people in by name and password, where that exists at all. */
public interface SignIn {

  /** Nobody can sign in here; an OpenID Connect provider does it. */
  SignIn NONE =
      new SignIn() {
        @Override
        public boolean isOffered() {
          return false;
        }

        @Override
        public Optional<String> token(String username, String password) {
          return Optional.empty();
        }
      };

  boolean isOffered();

  /** A token for the session; empty where name and password do not fit together. */
  Optional<String> token(String username, String password);
}
