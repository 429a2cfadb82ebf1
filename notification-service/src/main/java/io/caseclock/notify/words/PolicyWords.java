package io.caseclock.notify.words;

import io.caseclock.pack.Match;
import io.caseclock.pack.Pack;
import io.caseclock.pack.Route;
import io.caseclock.pack.Rule;
import io.caseclock.pack.Step;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The words of the packs in force.
 *
 * @param rules ids of all rules
 * @param lists ids of all supervision lists
 * @param channels words of all kinds of channels
 */
public record PolicyWords(Set<String> rules, Set<String> lists, Set<String> channels) {

  public PolicyWords {
    rules = Set.copyOf(rules);
    lists = Set.copyOf(lists);
    channels = Set.copyOf(channels);
  }

  public static PolicyWords of(List<Pack> packs, Set<String> channels) {
    return new PolicyWords(
        packs.stream()
            .flatMap(pack -> pack.rules().stream())
            .map(Rule::id)
            .collect(Collectors.toSet()),
        packs.stream().flatMap(pack -> pack.lists().keySet().stream()).collect(Collectors.toSet()),
        channels);
  }

  /** What is wrong with the kind of a message; nothing where none is given. */
  public Optional<UnknownWord> kind(String place, @Nullable String word) {
    return among(place, word, Match.KINDS);
  }

  public Optional<UnknownWord> severity(String place, @Nullable String word) {
    return among(place, word, Match.SEVERITIES);
  }

  public Optional<UnknownWord> rule(String place, @Nullable String word) {
    return among(place, word, rules);
  }

  public Optional<UnknownWord> list(String place, @Nullable String word) {
    return among(place, word, lists);
  }

  /** The role words of a directory, as a policy names them. */
  public Optional<UnknownWord> role(String place, @Nullable String word) {
    return among(place, word, Step.ROLES);
  }

  /** The organs that may issue a notice, as a policy names them. */
  public Optional<UnknownWord> issuer(String place, @Nullable String word) {
    return among(place, word, Route.ISSUERS);
  }

  /** The kinds of channels, as a policy names them. */
  public Optional<UnknownWord> channel(String place, @Nullable String word) {
    return among(place, word, channels);
  }

  /**
   * Refuses a pack's policy that names a kind of channel which nobody can send by.
   *
   * @throws IllegalStateException with the route, the word and the kinds that there are
   */
  public void requireChannels(List<Route> policy) {
    for (var route : policy) {
      route.steps().stream()
          .flatMap(step -> step.push().stream())
          .flatMap(word -> channel("push", word).stream())
          .findFirst()
          .ifPresent(
              unknown -> {
                throw new IllegalStateException(
                    "route " + route.id() + " of the rule pack: push " + unknown.message());
              });
    }
  }

  /** Any other closed set of words. */
  public static Optional<UnknownWord> among(
      String place, @Nullable String word, Collection<String> known) {
    return word == null || known.contains(word)
        ? Optional.empty()
        : Optional.of(UnknownWord.among(place, word, known));
  }
}
