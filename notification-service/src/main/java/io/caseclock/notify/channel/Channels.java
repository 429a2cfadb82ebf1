package io.caseclock.notify.channel;

import io.caseclock.contract.Names;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/** The kinds of channels that there are, and the channels that are configured. */
public final class Channels {

  private final Map<String, ChannelType> types = new TreeMap<>();
  private final Map<String, ConfiguredChannel> configured = new LinkedHashMap<>();
  private final Predicate<String> hasOpenCircuit;

  /**
   * Throws where two kinds share a name or two channels an id.
   *
   * @param hasOpenCircuit whether nothing goes by the channel of this id at present
   */
  public Channels(
      List<ChannelType> types,
      List<ConfiguredChannel> configured,
      Predicate<String> hasOpenCircuit) {
    this.hasOpenCircuit = hasOpenCircuit;
    types.forEach(this::add);
    configured.stream().sorted(Comparator.comparing(ConfiguredChannel::id)).forEach(this::add);
  }

  private void add(ChannelType type) {
    if (types.put(type.name(), type) != null) {
      throw new IllegalStateException("two kinds of channels are called " + type.name());
    }
  }

  private void add(ConfiguredChannel channel) {
    if (configured.put(channel.id(), channel) != null) {
      throw new IllegalStateException("two channels have the id " + channel.id());
    }
  }

  public Optional<ConfiguredChannel> byId(String id) {
    return Optional.ofNullable(configured.get(id));
  }

  /** All that are configured, by id. */
  public List<ConfiguredChannel> all() {
    return List.copyOf(configured.values());
  }

  /** The words of all kinds, whether a channel of them is configured or not. */
  public Set<String> kinds() {
    return Set.copyOf(types.keySet());
  }

  /** What people call a kind; the word itself where nobody knows it. */
  public Names title(String kind) {
    var type = types.get(kind);
    return type == null ? new Names(kind, kind) : type.title();
  }

  public boolean isConfigured(String kind) {
    return configured.values().stream().anyMatch(one -> one.type().name().equals(kind));
  }

  /**
   * How a person can be reached by a kind: by what the contacts name, or by the group robot or
   * webhook that covers the person's unit, the nearest first. A channel whose circuit is closed
   * goes before one whose circuit is open.
   *
   * @param contacts {@code email} and {@code mobile}, as the directory has them
   * @param unitAndAbove the person's unit, then the one above it, up to the topmost
   * @return empty where nothing of this kind reaches the person
   */
  public Optional<Address> reach(
      String kind, Map<String, String> contacts, List<String> unitAndAbove) {
    var type = types.get(kind);
    if (type == null) {
      return Optional.empty();
    }
    if (type.contact().isEmpty()) {
      return best(type, unitAndAbove).map(id -> new Address(id, kind, null));
    }
    return type.contact()
        .flatMap(contact -> contact.in(contacts))
        .flatMap(to -> best(type, unitAndAbove).map(id -> new Address(id, kind, to)));
  }

  /** Those that get every message of a unit, whatever the routes say. */
  public List<ConfiguredChannel> subscribers(List<String> unitAndAbove) {
    return configured.values().stream()
        .filter(one -> one.type().takesEveryMessage())
        .filter(one -> one.coverage().distance(unitAndAbove).isPresent())
        .toList();
  }

  /** Whether nothing goes by this channel at present; false once the next probe is due. */
  public boolean isOpenCircuit(String channelId) {
    return hasOpenCircuit.test(channelId);
  }

  /** The nearest one that works; where none works, the nearest. */
  private Optional<String> best(ChannelType type, List<String> unitAndAbove) {
    var nearestFirst =
        configured.values().stream()
            .filter(one -> one.type().name().equals(type.name()))
            .filter(one -> one.coverage().distance(unitAndAbove).isPresent())
            .sorted(
                Comparator.comparingInt(one -> one.coverage().distance(unitAndAbove).orElseThrow()))
            .map(ConfiguredChannel::id)
            .toList();
    return nearestFirst.stream()
        .filter(id -> !isOpenCircuit(id))
        .findFirst()
        .or(() -> nearestFirst.stream().findFirst());
  }
}
