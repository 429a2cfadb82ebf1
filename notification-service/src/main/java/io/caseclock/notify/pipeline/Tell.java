package io.caseclock.notify.pipeline;

import io.caseclock.notify.channel.ChannelKind;
import io.caseclock.notify.channel.NewParcel;
import io.caseclock.notify.delivery.DeliveryLog;
import io.caseclock.notify.delivery.Letter;
import io.caseclock.notify.delivery.MessageKind;
import io.caseclock.notify.delivery.Recipient;
import io.caseclock.notify.delivery.Superseded;
import io.caseclock.notify.routing.Chosen;
import io.caseclock.notify.routing.Routing;
import io.caseclock.notify.routing.Routing.Question;
import io.caseclock.notify.routing.Telling;
import io.caseclock.notify.routing.WhoIsTold;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Puts letters on their way: to whom the policy names, or to whom a step of the loop names. */
public final class Tell implements DeliveryLog {

  public static final String IN_APP = ChannelKind.IN_APP.wire();

  private final Post post;
  private final Routing routing;
  private final WhoIsTold who;
  private final Group window;
  private final GapLetters gaps;

  public Tell(Post post, Routing routing, WhoIsTold who, Group window, GapLetters gaps) {
    this.post = post;
    this.routing = routing;
    this.who = who;
    this.window = window;
    this.gaps = gaps;
  }

  /**
   * What the policy made of a letter.
   *
   * @param people whom its first step tells
   */
  public record Told(Chosen chosen, List<Telling> people) {
    public Told {
      people = List.copyOf(people);
    }
  }

  /** Tells the first step of the policy that holds for the letter. */
  public Told byPolicy(Letter letter, Instant at) {
    var chosen = routing.choose(Question.of(letter));
    var first = chosen.route().steps().getFirst();
    return new Told(chosen, step(letter, chosen.route(), first, at));
  }

  /** Tells one step of a route; returns whom. */
  public List<Telling> step(Letter letter, Route route, Step step, Instant at) {
    var told = who.ofStep(route, step, letter.unit(), letter.officer(), at);
    post.keep(letter, at);
    send(letter, route, told, at);
    return told;
  }

  @Override
  public void file(Letter letter, List<Recipient> recipients, Instant at) {
    var route = routing.choose(Question.of(letter)).route();
    post.keep(letter, at);
    send(letter, route, who.ofNamed(route, recipients, letter.unit(), at), at);
  }

  private void send(Letter letter, Route route, List<Telling> told, Instant at) {
    List<Addressed> addressed = new ArrayList<>();
    for (var telling : told) {
      addressed.add(addressed(letter, route, telling, telling.recipient().person(), IN_APP, at));
      var push = telling.push();
      if (push != null) {
        addressed.add(addressed(letter, route, telling, addressee(telling), push.channel(), at));
      }
    }
    post.address(addressed);
    told.forEach(telling -> watchGap(letter, telling, at));
  }

  /** A group robot has one mailbox, however many of the group are told. */
  private static String addressee(Telling telling) {
    var push = telling.push();
    return push == null || push.to() != null
        ? telling.recipient().person()
        : NewParcel.GROUP + push.channel();
  }

  private Addressed addressed(
      Letter letter, Route route, Telling telling, String addressee, String channel, Instant at) {
    return new Addressed(
        letter.id(),
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
  private void watchGap(Letter letter, Telling telling, Instant at) {
    var officer = telling.recipient().person();
    if (telling.isUnreachable()) {
      if (post.noteGap(officer, at)) {
        file(gaps.ofGap(letter, telling.recipient(), at), gaps.told(telling.recipient(), at), at);
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
