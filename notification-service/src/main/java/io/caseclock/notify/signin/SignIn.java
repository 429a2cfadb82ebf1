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
        public SignInOutcome attempt(String username, String password, String address) {
          return new SignInOutcome.Refused();
        }

        @Override
        public Optional<Account> find(String username) {
          return Optional.empty();
        }
      };

  boolean isOffered();

  /**
   * Tries once.
   *
   * @param address where the attempt comes from, as far as that is known
   */
  SignInOutcome attempt(String username, String password, String address);

  /**
   * The account of that name, for the audit log; the answer of an attempt must not depend on it.
   */
  Optional<Account> find(String username);
}
