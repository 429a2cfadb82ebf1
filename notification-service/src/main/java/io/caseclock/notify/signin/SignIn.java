package io.caseclock.notify.signin;

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
        public SignInOutcome attempt(String username, String password) {
          return new SignInOutcome.Refused();
        }
      };

  boolean isOffered();

  SignInOutcome attempt(String username, String password);
}
