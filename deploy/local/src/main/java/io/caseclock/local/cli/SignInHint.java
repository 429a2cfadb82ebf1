package io.caseclock.local.cli;

import io.caseclock.local.StackDirectory;
import io.caseclock.local.secret.LocalRole;
import io.caseclock.local.secret.LocalSecrets;

/** What somebody who opens the console needs. */
final class SignInHint {

  private SignInHint() {}

  static void print(StackDirectory directory, int consolePort) {
    System.out.println();
    System.out.println("Console    http://localhost:" + consolePort + "/");
    LocalSecrets.in(directory.secrets())
        .user(LocalRole.SUPERVISOR)
        .ifPresent(
            user -> System.out.println("Sign in    " + user.username() + " / " + user.password()));
    System.out.println("The others " + directory.secrets().resolve("users.json"));
  }
}
