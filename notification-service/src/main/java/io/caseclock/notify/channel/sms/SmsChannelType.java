package io.caseclock.notify.channel.sms;

import io.caseclock.contract.Names;
import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.ChannelSettings;
import io.caseclock.notify.channel.ChannelType;
import io.caseclock.notify.channel.Contact;
import io.caseclock.notify.channel.PushText;
import io.caseclock.notify.channel.http.HttpPosters;
import io.caseclock.notify.channel.http.Target;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Text messages, by any gateway that takes an HTTP post. */
@Singleton
public final class SmsChannelType implements ChannelType {

  /** A mobile number. */
  public static final Contact CONTACT =
      new Contact("mobile", Pattern.compile("\\+?[0-9]{5,15}"), "tel");

  private final PushText text;
  private final HttpPosters posters;

  @Inject
  public SmsChannelType(PushText text, HttpPosters posters) {
    this.text = text;
    this.posters = posters;
  }

  @Override
  public String name() {
    return "sms";
  }

  @Override
  public Names title() {
    return new Names("短信", "text message");
  }

  @Override
  public Optional<Contact> contact() {
    return Optional.of(CONTACT);
  }

  @Override
  public int hourlyBudget() {
    return 6;
  }

  @Override
  public Channel create(String id, ChannelSettings settings) {
    return new SmsChannel(
        id, gateway(settings), text, posters.allowingPrivate(settings.allowPrivate()));
  }

  private static Gateway gateway(ChannelSettings settings) {
    var template =
        settings
            .template()
            .orElseThrow(() -> new IllegalArgumentException("a gateway needs a template"));
    Map<String, String> headers = new HashMap<>(settings.headers());
    headers.put("Content-Type", settings.contentType());
    return new Gateway(
        Target.of(settings),
        new Template(template, settings.contentType()),
        headers,
        settings.expectedStatus().orElse(Set.of()),
        settings.successPattern().map(Pattern::compile));
  }
}
