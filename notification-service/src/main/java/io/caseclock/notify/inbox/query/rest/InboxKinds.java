package io.caseclock.notify.inbox.query.rest;

import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.rest.Parameters;
import io.caseclock.notify.words.PolicyWords;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Reads kinds of messages strictly. */
public final class InboxKinds {

  private static final List<String> WORDS =
      Arrays.stream(MessageKind.values()).map(MessageKind::wire).toList();

  /** Refuses a word that is none, and names the known ones. */
  public static Set<MessageKind> read(String name, List<String> kinds) {
    Parameters.require(
        kinds.stream()
            .map(kind -> PolicyWords.among(name, kind, WORDS))
            .flatMap(Optional::stream)
            .toList());
    return kinds.stream().map(MessageKind::ofWire).collect(Collectors.toUnmodifiableSet());
  }

  private InboxKinds() {}
}
