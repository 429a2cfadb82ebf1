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
        public SignInOutcome attempt(String username, String password, String address) {
          return new SignInOutcome.Refused();
        }
      };

  boolean isOffered();

  /**
   * Tries once.
   *
   * @param address where the attempt comes from, as far as that is known
   */
  SignInOutcome attempt(String username, String password, String address);
}
