package io.caseclock.pack;

import io.caseclock.contract.BuiltInTypes;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which rules of the packs in force listen to a type of event, and since when. */
public final class Listeners {

  /** Whether anything watches an event of a type that happened at an instant. */
  public enum Watched {
    /** A rule listens that was in force that day, or the type is one of the built-in ones. */
    WATCHED,
    /** No rule of any pack listens to the type. */
    NO_RULE_LISTENS,
    /** Rules listen, but none of them was in force that day. */
    NOT_IN_FORCE
  }

  private record Listener(Pack pack, Rule rule) {}

  private final Map<String, List<Listener>> byType = new HashMap<>();

  public Listeners(List<Pack> packs) {
    for (var pack : packs) {
      for (var rule : pack.rules()) {
        for (var type : rule.eventTypes()) {
          byType.computeIfAbsent(type, any -> new ArrayList<>()).add(new Listener(pack, rule));
        }
      }
    }
  }

  /** Built-in types are always watched: they concern any rule, or none of them. */
  public Watched watched(String type, Instant occurredAt) {
    if (BuiltInTypes.ALL.contains(type)) {
      return Watched.WATCHED;
    }
    var listeners = byType.getOrDefault(type, List.of());
    if (listeners.isEmpty()) {
      return Watched.NO_RULE_LISTENS;
    }
    return listeners.stream().anyMatch(listener -> isInForce(listener, occurredAt))
        ? Watched.WATCHED
        : Watched.NOT_IN_FORCE;
  }

  /** The ids of the rules that listen to the type, whenever they were in force. */
  public List<String> rules(String type) {
    return byType.getOrDefault(type, List.of()).stream()
        .map(listener -> listener.rule().id())
        .toList();
  }

  private static boolean isInForce(Listener listener, Instant at) {
    LocalDate day = at.atZone(listener.pack().zone()).toLocalDate();
    return listener.rule().versionOn(day).isPresent();
  }
}
