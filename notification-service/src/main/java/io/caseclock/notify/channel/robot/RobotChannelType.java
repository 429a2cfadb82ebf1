package io.caseclock.notify.channel.robot;

import io.caseclock.contract.Names;
import io.caseclock.notify.channel.Channel;
import io.caseclock.notify.channel.ChannelSettings;
import io.caseclock.notify.channel.ChannelType;
import io.caseclock.notify.channel.PushText;
import io.caseclock.notify.channel.http.HttpPosters;
import io.caseclock.notify.channel.http.Target;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.OptionalInt;

/** The kinds of group robots; they differ in their format only. */
public abstract class RobotChannelType implements ChannelType {

  /** What the makers of group robots publish: 20 messages a minute. */
  private static final int RATE = 20;

  private static final int HOURLY_BUDGET = 60;

  private final RobotFormat format;
  private final PushText text;
  private final HttpPosters posters;
  private final InstantSource clock;

  RobotChannelType(RobotFormat format, PushText text, HttpPosters posters, InstantSource clock) {
    this.format = format;
    this.text = text;
    this.posters = posters;
    this.clock = clock;
  }

  @Override
  public String name() {
    return format.word();
  }

  @Override
  public Names title() {
    return format.title();
  }

  @Override
  public String budgetName() {
    return "group";
  }

  @Override
  public int hourlyBudget() {
    return HOURLY_BUDGET;
  }

  @Override
  public OptionalInt perMinute() {
    return OptionalInt.of(RATE);
  }

  @Override
  public Channel create(String id, ChannelSettings settings) {
    return new RobotChannel(
        id,
        format,
        Target.of(settings),
        settings.secret(),
        text,
        posters.allowingPrivate(settings.allowPrivate()),
        clock);
  }

  /** Robots of WeCom (企业微信). */
  @Singleton
  public static final class Wecom extends RobotChannelType {
    @Inject
    public Wecom(PushText text, HttpPosters posters, InstantSource clock) {
      super(RobotFormat.WECOM, text, posters, clock);
    }
  }

  /** Robots of DingTalk (钉钉). */
  @Singleton
  public static final class Dingtalk extends RobotChannelType {
    @Inject
    public Dingtalk(PushText text, HttpPosters posters, InstantSource clock) {
      super(RobotFormat.DINGTALK, text, posters, clock);
    }
  }

  /** Robots of Feishu (飞书). */
  @Singleton
  public static final class Feishu extends RobotChannelType {
    @Inject
    public Feishu(PushText text, HttpPosters posters, InstantSource clock) {
      super(RobotFormat.FEISHU, text, posters, clock);
    }
  }
}
