package io.caseclock.notify.routing;

import io.caseclock.directory.Directory;
import io.caseclock.directory.OfficerEntry;
import io.caseclock.notify.channel.Address;
import io.caseclock.notify.channel.Channels;
import io.caseclock.notify.message.Recipient;
import io.caseclock.notify.message.RecipientReason;
import io.caseclock.notify.message.RoleHolders;
import io.caseclock.pack.Route;
import io.caseclock.pack.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Turns a step of a route into people, by the directory as of an instant. Nobody is told twice: the
 * first reason holds. Where the responsible officer is unknown or away without a substitute, and
 * where no channel of the step reaches somebody, the next role stands in.
 */
public final class RecipientResolver {

  private static final List<String> STAND_INS =
      List.of("unit-head", "legal-officer", "supervisor", "bureau-leader");

  private final RoleHolders holders;
  private final Directory directory;
  private final Channels channels;

  public RecipientResolver(RoleHolders holders, Directory directory, Channels channels) {
    this.holders = holders;
    this.directory = directory;
    this.channels = channels;
  }

  /** Whom one step of a route tells; empty only where the directory knows nobody at all. */
  public List<RoutedRecipient> ofStep(
      Route route, Step step, String unit, @Nullable String officer, Instant at) {
    Map<String, RoutedRecipient> told = new LinkedHashMap<>();
    for (var role : step.roles()) {
      var found = holders.of(role, unit, officer, at);
      if (found.isEmpty() && role.equals("officer")) {
        found = standIns(unit, at);
      }
      found.forEach(one -> told.putIfAbsent(one.person(), routed(one, role, step, unit, at)));
    }
    if (told.isEmpty()) {
      standIns(unit, at)
          .forEach(one -> told.put(one.person(), routed(one, "officer", step, unit, at)));
    }
    standInForUnreachable(told, route, step, unit, officer, at);
    return List.copyOf(told.values());
  }

  /** The same people as named, each with the way of the route's first step. */
  public List<RoutedRecipient> ofNamed(
      Route route, List<Recipient> named, String unit, Instant at) {
    var step = route.steps().getFirst();
    Map<String, RoutedRecipient> told = new LinkedHashMap<>();
    named.forEach(
        one -> told.putIfAbsent(one.person(), routed(one, one.why().wire(), step, unit, at)));
    return List.copyOf(told.values());
  }

  /** The way by one of these kinds, in order; empty where none reaches the person now. */
  public Optional<Way> way(String person, List<String> kinds, Instant at) {
    var known = directory.officer(person, at);
    var contacts = known.map(OfficerEntry::contacts).orElse(Map.of());
    var line = known.map(OfficerEntry::unit).map(directory::line).orElse(List.of());
    for (var n = 0; n < kinds.size(); n++) {
      var address = channels.reach(kinds.get(n), contacts, line);
      if (address.isPresent()) {
        return Optional.of(new Way(address.get(), kinds.subList(n + 1, kinds.size())));
      }
    }
    return Optional.empty();
  }

  /**
   * How somebody is reached.
   *
   * @param fallback kinds that are left to try
   */
  public record Way(Address address, List<String> fallback) {}

  private RoutedRecipient routed(
      Recipient recipient, String role, Step step, String unit, Instant at) {
    var way = way(recipient.person(), step.push(), at);
    return new RoutedRecipient(
        recipient,
        role,
        way.map(Way::address).orElse(null),
        way.map(Way::fallback).orElse(List.of()),
        way.isEmpty() && step.push().stream().anyMatch(channels::isConfigured));
  }

  private List<Recipient> standIns(String unit, Instant at) {
    for (var role : STAND_INS) {
      var found = holders.of(role, unit, null, at);
      if (!found.isEmpty()) {
        return found.stream()
            .map(one -> new Recipient(one.person(), one.unit(), RecipientReason.NO_KNOWN_OFFICER))
            .toList();
      }
    }
    return List.of();
  }

  private void standInForUnreachable(
      Map<String, RoutedRecipient> told,
      Route route,
      Step step,
      String unit,
      @Nullable String officer,
      Instant at) {
    for (var one : List.copyOf(told.values())) {
      if (one.isUnreachable()) {
        nextReachable(one.role(), route, step, unit, officer, at)
            .forEach(next -> told.putIfAbsent(next.recipient().person(), next));
      }
    }
  }

  private List<RoutedRecipient> nextReachable(
      String after, Route route, Step step, String unit, @Nullable String officer, Instant at) {
    for (var role : rolesAfter(after, route)) {
      var reachable =
          holders.of(role, unit, officer, at).stream()
              .map(one -> new Recipient(one.person(), one.unit(), RecipientReason.NEXT_ROLE))
              .map(one -> routed(one, role, step, unit, at))
              .filter(one -> !one.isUnreachable())
              .toList();
      if (!reachable.isEmpty()) {
        return reachable;
      }
    }
    return List.of();
  }

  /** The roles of the whole escalation that come after one, then those that always stand in. */
  private static List<String> rolesAfter(String role, Route route) {
    List<String> all = new ArrayList<>();
    route.steps().forEach(step -> all.addAll(step.roles()));
    all.addAll(STAND_INS);
    var distinct = all.stream().distinct().toList();
    return distinct.subList(distinct.indexOf(role) + 1, distinct.size());
  }
}
