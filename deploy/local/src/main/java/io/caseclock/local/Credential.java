package io.caseclock.local;

/** What a request is signed with. */
public interface Credential {

  /** The value of the header {@code Authorization}, as it was known lately. */
  String authorization();

  /**
   * Looks again, after a service refused what it was sent; true where there is something else now.
   *
   * @param refused the value that was refused
   */
  boolean isRenewed(String refused);

  /** Whether looking again later may find something else. */
  boolean mayChange();

  /** A bearer token that stays as it is. */
  static Credential token(String token) {
    return new Fixed("Bearer " + token);
  }

  /** One that is never renewed. */
  record Fixed(String authorization) implements Credential {

    @Override
    public boolean isRenewed(String refused) {
      return false;
    }

    @Override
    public boolean mayChange() {
      return false;
    }

    @Override
    public String toString() {
      return "Fixed";
    }
  }
}
