package io.caseclock.notify.channel;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The channels that the configuration names. */
public final class ConfiguredChannels implements Channels {

  /**
   * A channel and whom it covers.
   *
   * @param coverage of group robots and webhooks; the others reach people of every unit
   */
  public record Entry(Channel channel, Coverage coverage) {}

  private final Map<String, Entry> entries = new LinkedHashMap<>();
  private final Predicate<String> hasOpenCircuit;

  /** Throws where two channels share an id. */
  public ConfiguredChannels(List<Entry> entries, Predicate<String> hasOpenCircuit) {
    this.hasOpenCircuit = hasOpenCircuit;
    entries.stream().sorted(Comparator.comparing(entry -> entry.channel().id())).forEach(this::add);
  }

  private void add(Entry entry) {
    if (entries.put(entry.channel().id(), entry) != null) {
      throw new IllegalStateException("two channels have the id " + entry.channel().id());
    }
  }

  @Override
  public Optional<Channel> byId(String id) {
    return Optional.ofNullable(entries.get(id)).map(Entry::channel);
  }

  @Override
  public List<Channel> all() {
    return entries.values().stream().map(Entry::channel).toList();
  }

  @Override
  public Optional<Address> reach(
      ChannelKind kind, Map<String, String> contacts, List<String> unitAndAbove) {
    return switch (kind) {
      case IN_APP -> best(kind, unitAndAbove).map(id -> new Address(id, kind, null));
      case EMAIL, SMS ->
          Contact.of(kind, contacts)
              .flatMap(to -> best(kind, unitAndAbove).map(id -> new Address(id, kind, to)));
      case WEBHOOK, WECOM, DINGTALK, FEISHU ->
          best(kind, unitAndAbove).map(id -> new Address(id, kind, null));
    };
  }

  @Override
  public boolean isOpenCircuit(String channelId) {
    return hasOpenCircuit.test(channelId);
  }

  /** The nearest one that works; where none works, the nearest. */
  private Optional<String> best(ChannelKind kind, List<String> unitAndAbove) {
    var nearestFirst =
        entries.values().stream()
            .filter(entry -> entry.channel().kind() == kind)
            .filter(entry -> entry.coverage().distance(unitAndAbove).isPresent())
            .sorted(
                Comparator.comparingInt(
                    entry -> entry.coverage().distance(unitAndAbove).orElseThrow()))
            .map(entry -> entry.channel().id())
            .toList();
    return nearestFirst.stream()
        .filter(id -> !isOpenCircuit(id))
        .findFirst()
        .or(() -> nearestFirst.stream().findFirst());
  }
}
