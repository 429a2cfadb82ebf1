package io.caseclock.notify.signin.security;

import io.caseclock.notify.signin.Account;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/**
 * A built-in account with the claims of a token, so that whoever reads claims need not know how
 * somebody signed in. It is no token itself; {@link AccountCredential} makes one for the monitor.
 */
final class AccountPrincipal implements JsonWebToken {

  private final String name;
  private final Map<String, Object> claims = new LinkedHashMap<>();

  AccountPrincipal(Account account) {
    name = account.username();
    claims.put("sub", account.username());
    claims.put("groups", Set.of(account.role()));
    claims.put("unit", account.unitClaim());
    claims.put("name", account.name());
    if (account.officer() != null) {
      claims.put("officer", account.officer());
    }
  }

  @Override
  public String getName() {
    return name;
  }

  @Override
  public Set<String> getClaimNames() {
    return Set.copyOf(claims.keySet());
  }

  @Override
  @SuppressWarnings({"unchecked", "TypeParameterUnusedInFormals"})
  public <T> @Nullable T getClaim(String claim) {
    return (T) claims.get(claim);
  }
}
