package io.caseclock.notify.history;

import io.caseclock.contract.DeadlineSnapshot;
import io.caseclock.contract.Names;
import io.caseclock.notify.message.Message;
import io.caseclock.notify.message.MessageKind;
import io.caseclock.notify.message.MessageTexts;
import io.caseclock.notify.message.Recipient;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes what a person is told of the breaches of a digest. */
public final class DigestMessages {

  /** How many are named; of the others their number is told. */
  static final int MOST_LINES = 20;

  private static final List<String> LEVELS = List.of("grave", "serious", "ordinary");

  private final MessageTexts texts;

  public DigestMessages(MessageTexts texts) {
    this.texts = texts;
  }

  /**
   * One message, the oldest breaches first.
   *
   * @param breaches of one rule, at least one
   */
  Message of(String digest, Recipient recipient, List<DeadlineSnapshot> breaches) {
    var oldestFirst =
        breaches.stream()
            .sorted(
                Comparator.comparing(
                        DeadlineSnapshot::dueAt, Comparator.nullsLast(Comparator.naturalOrder()))
                    .thenComparing(DeadlineSnapshot::deadlineId))
            .toList();
    var first = oldestFirst.getFirst();
    var name = first.statutory() ? first.names() : texts.say("internal", first.names());
    return new Message(
        "digest:" + digest + ":" + recipient.person(),
        MessageKind.DIGEST,
        recipient.unit(),
        null,
        null,
        null,
        first.caseId(),
        first.subject().toString(),
        first.rule(),
        first.list(),
        null,
        texts.say("digest.title", name, breaches.size()),
        texts.say("digest.text", name, breaches.size(), lines(oldestFirst)),
        gravest(breaches),
        null,
        null,
        first.zone());
  }

  private Names lines(List<DeadlineSnapshot> breaches) {
    var shown = breaches.stream().limit(MOST_LINES).map(this::line).toList();
    var further = breaches.size() - shown.size();
    var rest = further == 0 ? List.<Names>of() : List.of(texts.say("digest.further", further));
    return new Names(
        joined(shown, "；", Names::zh) + joined(rest, "", Names::zh),
        joined(shown, "; ", Names::en) + joined(rest, "", Names::en));
  }

  private static String joined(
      List<Names> names, String between, Function<Names, String> language) {
    return names.stream().map(language).collect(Collectors.joining(between));
  }

  private Names line(DeadlineSnapshot breach) {
    var dueAt = breach.dueAt();
    var due = dueAt == null ? new Names("—", "—") : texts.due(dueAt, breach.zone());
    var thing =
        breach.subject().isCase()
            ? texts.thing(breach.subject().toString())
            : texts.say(
                "digest.thing",
                texts.thing(breach.subject().toString()),
                texts.thing("case/" + breach.caseId()));
    return texts.say("digest.line", thing, due);
  }

  private static String gravest(List<DeadlineSnapshot> breaches) {
    return breaches.stream()
        .map(DeadlineSnapshot::severity)
        .min(Comparator.comparingInt(LEVELS::indexOf))
        .orElse("ordinary");
  }
}
