package io.caseclock.notify.channel.email;

import io.caseclock.contract.Names;
import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.ChannelSettings;
import io.caseclock.notify.channel.ChannelType;
import io.caseclock.notify.channel.ConfiguredChannel;
import io.caseclock.notify.channel.Contact;
import io.caseclock.notify.channel.Coverage;
import io.caseclock.notify.channel.PushText;
import io.quarkus.mailer.reactive.ReactiveMailer;
import io.vertx.core.Vertx;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** E-mail: one channel, set up under {@code caseclock.email} and {@code quarkus.mailer}. */
@Singleton
public final class EmailChannelType implements ChannelType {

  /** A plain address, of which each character is seen, and none works on the others. */
  public static final Contact CONTACT =
      new Contact(
          "email",
          Pattern.compile(
              "[^\\p{Z}\\p{Cc}\\p{Cf}\\p{Cs}@<>\"(),:;\\\\\\[\\]]{1,64}@[A-Za-z0-9.-]{1,190}"),
          "email");

  private final EmailSettings settings;
  private final PushText text;
  private final ReactiveMailer mailer;
  private final Vertx vertx;

  @Inject
  public EmailChannelType(
      EmailSettings settings, PushText text, ReactiveMailer mailer, Vertx vertx) {
    this.settings = settings;
    this.text = text;
    this.mailer = mailer;
    this.vertx = vertx;
  }

  @Override
  public String name() {
    return EmailChannel.ID;
  }

  @Override
  public Names title() {
    return new Names("电子邮件", "e-mail");
  }

  @Override
  public Optional<Contact> contact() {
    return Optional.of(CONTACT);
  }

  @Override
  public int hourlyBudget() {
    return 20;
  }

  @Override
  public List<ConfiguredChannel> setUpElsewhere() {
    return settings.enabled()
        ? List.of(new ConfiguredChannel(this, channel(), new Coverage(Set.of()), perMinute()))
        : List.of();
  }

  private Channel channel() {
    var loop = vertx.getOrCreateContext();
    var from =
        settings
            .from()
            .orElseThrow(() -> new IllegalStateException("caseclock.email.from is not set"));
    return new EmailChannel(
        mailer,
        from,
        text,
        settings.timeout(),
        command -> loop.runOnContext(begun -> command.run()));
  }

  @Override
  public Channel create(String id, ChannelSettings settings) {
    throw new IllegalArgumentException("e-mail is set up by caseclock.email, not as a channel");
  }
}
