package io.caseclock.notify.channel;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The configured channels. */
public interface Channels {

  Optional<Channel> byId(String id);

  /** All of them, by id. */
  List<Channel> all();

  /**
   * How a person can be reached by a kind: by what the contacts name, or by the group robot or
   * webhook that covers the person's unit, the nearest first. A channel whose circuit is closed
   * goes before one whose circuit is open.
   *
   * @param contacts {@code email} and {@code mobile}, as the directory has them
   * @param unitAndAbove the person's unit, then the one above it, up to the topmost
   * @return empty where nothing of this kind reaches the person
   */
  Optional<Address> reach(
      ChannelKind kind, Map<String, String> contacts, List<String> unitAndAbove);

  /** Whether nothing goes by this channel at present; false once the next probe is due. */
  boolean isOpenCircuit(String channelId);
}
