package io.caseclock.notify.console.channel;

import io.caseclock.notify.delivery.Circuit;
import io.caseclock.notify.delivery.SendTest;
import io.quarkus.qute.i18n.Message;
import io.quarkus.qute.i18n.MessageBundle;

/** What the page of channels says. */
@MessageBundle(value = "channel", locale = "zh")
public interface ChannelTexts {

  String title();

  String subtitle();

  String state();

  String colChannel();

  String colWaiting();

  String colHour();

  String colLastError();

  String since();

  String probe();

  String test();

  String testSend();

  String testTo();

  String deliveries();

  String nothing();

  String colRecipient();

  String colQueued();

  String colOutcome();

  String attempts();

  String group();

  String testRecipient();

  String kindTest();

  String kindDigest();

  String inbox();

  String unused();

  String delivered(String channel, long millis);

  String failed(String channel, String reason);

  @Message
  String refused(SendTest.Refused why);

  @Message
  String circuit(Circuit.State state);

  String outcome(String outcome);

  String reason(String reason);

  String detail(String detail);

  String reasonWithDetail(String reason, String detail);
}
