package io.caseclock.notify.pipeline;

import io.caseclock.directory.Directory;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.channel.ConfiguredChannel;
import io.caseclock.notify.channel.Delivery;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageRecipient;
import io.caseclock.notify.message.MessageStore;
import io.caseclock.notify.message.Notifications;
import io.caseclock.notify.message.Recipient;
import io.caseclock.notify.message.RecipientReason;
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
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Puts messages on their way: to whom the policy names, or to whom a step of a notice names. */
public final class Notifier implements Notifications {

  private final MessageStore messages;
  private final Routing routing;
  private final RecipientResolver resolver;
  private final Channels channels;
  private final Directory directory;
  private final GroupWindow window;
  private final ContactGapMessages gaps;

  public Notifier(
      MessageStore messages,
      Routing routing,
      RecipientResolver resolver,
      Channels channels,
      Directory directory,
      GroupWindow window,
      ContactGapMessages gaps) {
    this.messages = messages;
    this.routing = routing;
    this.resolver = resolver;
    this.channels = channels;
    this.directory = directory;
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

  /**
   * Looks up at once what telling these officers of these units will ask, at the instant at which
   * they are told; it only saves time.
   */
  public void foresee(Collection<String> units, Collection<String> officers, Instant at) {
    directory.foresee(units, officers, at);
    routing.foresee(units);
  }

  /** Tells the first step of the policy that holds for the message. */
  public Told byPolicy(Message message, Instant at) {
    var chosen = routing.choose(Question.of(message));
    var first = chosen.route().steps().getFirst();
    return new Told(chosen, step(message, chosen.route(), first, at));
  }

  /** Tells and publishes a message only where a route is for it; else nobody hears of it. */
  public void whereRouted(Message message, Instant at) {
    if (routing.find(Question.of(message)).isPresent()) {
      publish(message, at);
      byPolicy(message, at);
    }
  }

  /** Tells one step of a route; returns whom. */
  public List<RoutedRecipient> step(Message message, Route route, Step step, Instant at) {
    var people = resolver.ofStep(route, step, message.unit(), message.officer(), at);
    messages.keep(message, at);
    send(message, route, people, at);
    return people;
  }

  /** Whom the first step of a policy tells, without telling them. */
  public List<Recipient> firstTold(Question question, @Nullable String officer, Instant at) {
    var route = routing.choose(question).route();
    return resolver.ofStep(route, route.steps().getFirst(), question.unit(), officer, at).stream()
        .map(RoutedRecipient::recipient)
        .toList();
  }

  @Override
  public void notify(Message message, List<Recipient> recipients, Instant at) {
    var route = routing.choose(Question.of(message)).route();
    messages.keep(message, at);
    send(message, route, resolver.ofNamed(route, recipients, message.unit(), at), at);
  }

  @Override
  public void publish(Message message, Instant at) {
    var subscribers = channels.subscribers(directory.line(message.unit()));
    if (subscribers.isEmpty()) {
      return;
    }
    var critical = routing.choose(Question.of(message)).route().critical();
    messages.keep(message, at);
    messages.send(subscribers.stream().map(one -> subscriber(message, one, critical, at)).toList());
  }

  private static MessageRecipient subscriber(
      Message message, ConfiguredChannel channel, boolean critical, Instant at) {
    return new MessageRecipient(
        message.id(),
        Delivery.GROUP + channel.id(),
        channel.id(),
        message.unit(),
        RecipientReason.SUBSCRIBER,
        critical,
        false,
        List.of(),
        at,
        at);
  }

  private void send(Message message, Route route, List<RoutedRecipient> people, Instant at) {
    List<MessageRecipient> recipients = new ArrayList<>();
    for (var one : people) {
      var person = one.recipient().person();
      recipients.add(recipient(message, route, one, person, MessageRecipient.IN_APP, at));
      var push = one.push();
      if (push != null) {
        // A group robot has one mailbox, however many of the group are told.
        var addressed = push.to() == null ? Delivery.GROUP + push.channel() : person;
        recipients.add(recipient(message, route, one, addressed, push.channel(), at));
      }
    }
    messages.send(recipients);
    people.forEach(one -> watchGap(one, at));
  }

  private MessageRecipient recipient(
      Message message,
      Route route,
      RoutedRecipient routed,
      String recipient,
      String channel,
      Instant at) {
    return new MessageRecipient(
        message.id(),
        recipient,
        channel,
        routed.recipient().unit(),
        routed.recipient().why(),
        isCritical(message, route),
        route.digest(),
        channel.equals(MessageRecipient.IN_APP) ? List.of() : routed.fallback(),
        at,
        at.plus(window.windowOf(isCritical(message, route))));
  }

  private static boolean isCritical(Message message, Route route) {
    return route.critical() || message.tellsAccess();
  }

  /** That somebody cannot be reached is itself a finding, told once until it is mended. */
  private void watchGap(RoutedRecipient routed, Instant at) {
    var officer = routed.recipient().person();
    if (routed.isUnreachable()) {
      if (messages.noteGap(officer, at)) {
        notify(gaps.ofGap(routed.recipient(), at), gaps.told(routed.recipient(), at), at);
      }
    } else if (routed.push() != null) {
      messages.closeGap(officer, at);
    }
  }

  @Override
  public void supersede(String deadlineId, Set<MessageKind> kinds, Superseded why, Instant at) {
    messages.supersede(deadlineId, kinds, why, at);
  }

  @Override
  public Set<String> supersedeNotice(String noticeId, Superseded why, Instant at) {
    return messages.supersedeNotice(noticeId, why, at);
  }
}
