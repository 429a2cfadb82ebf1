package io.caseclock.notify.console.signin;

import io.quarkus.qute.i18n.MessageBundle;

/** What the pages around signing in say. */
@MessageBundle(value = "signin", locale = "zh")
public interface SignInTexts {

  String appLong();

  String hint();

  String username();

  String password();

  String signIn();

  String failed();

  String tooSoon();

  String ended();

  String signedOut();

  String signedOutHint();
}
