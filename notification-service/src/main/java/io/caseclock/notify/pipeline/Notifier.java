package io.caseclock.notify.pipeline;

import io.caseclock.notify.channel.ChannelKind;
import io.caseclock.notify.channel.NewDelivery;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.message.MessageStore;
import io.caseclock.notify.message.Notifications;
import io.caseclock.notify.message.Recipient;
import io.caseclock.notify.message.Superseded;
import io.caseclock.notify.routing.ChosenRoute;
import io.caseclock.notify.routing.RecipientResolver;
import io.caseclock.notify.routing.RoutedRecipient;
import io.caseclock.notify.routing.Routing;
import io.caseclock.notify.routing.Routing.Question;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts messages on their way: to whom the policy names, or to whom a step of the loop names. */
public final class Notifier implements Notifications {

  public static final String IN_APP = ChannelKind.IN_APP.wire();

  private final MessageStore post;
  private final Routing routing;
  private final RecipientResolver who;
  private final GroupWindow window;
  private final ContactGapMessages gaps;

  public Notifier(
      MessageStore post,
      Routing routing,
      RecipientResolver who,
      GroupWindow window,
      ContactGapMessages gaps) {
    this.post = post;
    this.routing = routing;
    this.who = who;
    this.window = window;
    this.gaps = gaps;
  }

  /**
   * What the policy made of a message.
   *
   * @param people whom its first step tells
   */
  public record Told(ChosenRoute chosen, List<RoutedRecipient> people) {
    public Told {
      people = List.copyOf(people);
    }
  }

  /** Tells the first step of the policy that holds for the message. */
  public Told byPolicy(Message message, Instant at) {
    var chosen = routing.choose(Question.of(message));
    var first = chosen.route().steps().getFirst();
    return new Told(chosen, step(message, chosen.route(), first, at));
  }

  /** Tells one step of a route; returns whom. */
  public List<RoutedRecipient> step(Message message, Route route, Step step, Instant at) {
    var told = who.ofStep(route, step, message.unit(), message.officer(), at);
    post.keep(message, at);
    send(message, route, told, at);
    return told;
  }

  @Override
  public void file(Message message, List<Recipient> recipients, Instant at) {
    var route = routing.choose(Question.of(message)).route();
    post.keep(message, at);
    send(message, route, who.ofNamed(route, recipients, message.unit(), at), at);
  }

  private void send(Message message, Route route, List<RoutedRecipient> told, Instant at) {
    List<MessageRecipient> addressed = new ArrayList<>();
    for (var telling : told) {
      addressed.add(addressed(message, route, telling, telling.recipient().person(), IN_APP, at));
      var push = telling.push();
      if (push != null) {
        addressed.add(addressed(message, route, telling, addressee(telling), push.channel(), at));
      }
    }
    post.address(addressed);
    told.forEach(telling -> watchGap(message, telling, at));
  }

  /** A group robot has one mailbox, however many of the group are told. */
  private static String addressee(RoutedRecipient telling) {
    var push = telling.push();
    return push == null || push.to() != null
        ? telling.recipient().person()
        : NewDelivery.GROUP + push.channel();
  }

  private MessageRecipient addressed(
      Message message,
      Route route,
      RoutedRecipient telling,
      String addressee,
      String channel,
      Instant at) {
    return new MessageRecipient(
        message.id(),
        addressee,
        channel,
        telling.recipient().unit(),
        telling.recipient().why(),
        route.critical(),
        route.digest(),
        channel.equals(IN_APP) ? List.of() : telling.onward(),
        at,
        at.plus(window.windowOf(route.critical())));
  }

  /** That somebody cannot be reached is itself a finding, told once until it is mended. */
  private void watchGap(Message message, RoutedRecipient telling, Instant at) {
    var officer = telling.recipient().person();
    if (telling.isUnreachable()) {
      if (post.noteGap(officer, at)) {
        file(gaps.ofGap(message, telling.recipient(), at), gaps.told(telling.recipient(), at), at);
      }
    } else if (telling.push() != null) {
      post.closeGap(officer, at);
    }
  }

  @Override
  public void supersede(String deadlineId, Set<MessageKind> kinds, Superseded why, Instant at) {
    post.supersede(deadlineId, kinds, why, at);
  }

  @Override
  public void supersedeNotice(String noticeId, Superseded why, Instant at) {
    post.supersedeNotice(noticeId, why, at);
  }
}
