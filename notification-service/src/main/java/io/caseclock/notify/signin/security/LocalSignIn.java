package io.caseclock.notify.signin.security;

import com.fasterxml.jackson.core.type.TypeReference;
import io.caseclock.notify.signin.Account;
import io.caseclock.notify.signin.SignIn;
import io.caseclock.notify.signin.SignInOutcome;
import io.caseclock.notify.signin.SignInOutcome.Refused;
import io.caseclock.notify.signin.SignInOutcome.SignedIn;
import io.caseclock.wire.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The accounts that the local launcher wrote. */
public final class LocalSignIn implements SignIn {

  private static final TypeReference<List<Line>> LINES = new TypeReference<>() {};

  private final List<Line> lines;

  public LocalSignIn(Path usersFile) {
    try {
      lines = Json.MAPPER.readValue(Files.readAllBytes(usersFile), LINES);
    } catch (IOException e) {
      throw new UncheckedIOException("caseclock.local.users-file is not readable", e);
    }
  }

  @Override
  public boolean isOffered() {
    return true;
  }

  /** Looks at every account, so that the time taken tells nothing about the names. */
  @Override
  public SignInOutcome attempt(String username, String password, String address) {
    SignInOutcome outcome = new Refused();
    for (var line : lines) {
      var sameName = same(line.username(), username);
      var samePassword = same(line.password(), password);
      if (sameName & samePassword) {
        outcome = new SignedIn(line.account());
      }
    }
    return outcome;
  }

  /** Looks at every account, as an attempt does. */
  @Override
  public Optional<Account> find(String username) {
    Optional<Account> found = Optional.empty();
    for (var line : lines) {
      if (same(line.username(), username)) {
        found = Optional.of(line.account());
      }
    }
    return found;
  }

  private static boolean same(String known, String given) {
    return MessageDigest.isEqual(
        known.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
  }

  /** A line of the file. */
  private record Line(
      String username,
      String password,
      String role,
      String unit,
      @Nullable List<String> moreUnits,
      @Nullable String officer,
      String name) {

    Account account() {
      return new Account(username, role, unit, moreUnits, officer, name);
    }

    /** Leaves out the password and the name. */
    @Override
    public String toString() {
      return "Line[" + username + " " + role + "]";
    }
  }
}
