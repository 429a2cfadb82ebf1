package io.caseclock.local.certify;

import io.caseclock.contract.Names;
import io.caseclock.local.Credential;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Plays all steps against one installation, and takes back at the end whatever was accepted.
 *
 * @see FirstDay
 * @see Lies
 */
public final class Certification {

  private static final Duration BETWEEN_QUESTIONS = Duration.ofMillis(500);
  private static final int MOST_REPEATS = 5;
  private static final String EFFECTS = "/effects";
  private static final String SECTION = "certification";
  private static final Set<String> REFUSED = Set.of("refused", "conflict");

  private final Door door;
  private final Sender sender;
  private final Mode mode;
  private final Consumer<Duration> pause;
  private final Map<String, Reply> replies = new LinkedHashMap<>();
  private final Map<String, Map<String, Object>> kept = new LinkedHashMap<>();

  /**
   * How the monitor is asked.
   *
   * @param questions how often before an effect is missed, each half a second after the one before;
   *     0 where effects are left out
   * @param monitor its address; empty for the one that receipts name, if it is on intake's host
   */
  public record Mode(int questions, Optional<URI> monitor) {

    /** A minute for each effect. */
    public static final Mode USUAL = new Mode(120, Optional.empty());
  }

  /**
   * @param credential of the system; an API key opens intake alone, so that no question to the
   *     monitor is answered
   * @param pause waits that long
   */
  public Certification(
      URI intake, Credential credential, Sender sender, Mode mode, Consumer<Duration> pause) {
    this.door = new Door(intake, credential);
    this.sender = sender;
    this.mode = mode;
    this.pause = pause;
  }

  /**
   * Plays the day.
   *
   * @param listener is told of each step as it ends
   */
  public List<Verdict> play(Consumer<Verdict> listener) {
    List<Verdict> verdicts = new ArrayList<>();
    Consumer<Verdict> both = verdicts::add;
    both = both.andThen(listener);
    play(FirstDay.of(sender), both);
    play(Lies.of(sender), both);
    new Flood(door, pause).play(Sender.post(FirstDay.filed(sender))).forEach(both);
    play(end(), both);
    return List.copyOf(verdicts);
  }

  private void play(List<Step> steps, Consumer<Verdict> listener) {
    for (var step : steps) {
      if (!(step.sent() instanceof Sent.AskMonitor) || mode.questions() > 0) {
        listener.accept(play(step));
      }
    }
  }

  private Verdict play(Step step) {
    var reply =
        switch (step.sent()) {
          case Sent.Post post -> post(post);
          case Sent.Ask(var path) -> door.get(path);
          case Sent.AskMonitor(var path) -> askMonitor(step, path);
        };
    replies.put(step.name(), reply);
    return new Verdict(step, isMet(step, reply), reply.toString());
  }

  private boolean isMet(Step step, Reply reply) {
    return step.expected().isMet(reply, name -> replies.getOrDefault(name, reply));
  }

  /** Waits as a client has to where the installation asks for patience. */
  private Reply post(Sent.Post post) {
    var reply = door.post(post);
    for (var repeat = 0; repeat < MOST_REPEATS && reply.isPutOff(); repeat++) {
      pause.accept(reply.pause());
      reply = door.post(post);
    }
    remember(post, reply);
    return reply;
  }

  /** What was not refused in so many words may be kept, also where no answer came. */
  private void remember(Sent.Post post, Reply reply) {
    for (var index = 0; index < post.events().size(); index++) {
      var event = post.events().get(index);
      if (!reply.isRefusal() && !REFUSED.contains(reply.text(post.outcome(index)))) {
        kept.putIfAbsent(String.valueOf(event.get("id")), event);
      }
    }
  }

  private Reply askMonitor(Step step, String path) {
    var monitor = mode.monitor();
    if (monitor.isEmpty()) {
      var receipt = door.get(sender.receipt(FirstDay.filed(sender)));
      monitor = door.neighbour(receipt.text(EFFECTS));
      if (monitor.isEmpty()) {
        return elsewhere(receipt);
      }
    }
    var reply = door.get(monitor.get(), path);
    for (var asked = 1; asked < mode.questions() && !isMet(step, reply); asked++) {
      pause.accept(BETWEEN_QUESTIONS);
      reply = door.get(monitor.get(), path);
    }
    return reply;
  }

  /** The token goes to no host that only an answer names. */
  private static Reply elsewhere(Reply receipt) {
    var address = receipt.text(EFFECTS);
    return address.isEmpty()
        ? receipt
        : Reply.none(
            "not asked: the receipt names a monitor that is not on the host of intake, "
                + address
                + "; say by --monitor where it is");
  }

  /** Takes back what may be kept; what was taken back before is so a second time, as a repeat. */
  private List<Step> end() {
    var standing =
        kept.values().stream()
            .filter(event -> !Sender.WITHDRAWN.equals(event.get("type")))
            .toList();
    if (standing.isEmpty()) {
      return List.of();
    }
    List<Step> steps = new ArrayList<>();
    steps.add(
        new Step(
            "end/taken-back",
            new Names("撤回演练中的全部事件", "All events of the day are taken back"),
            Sender.batch(standing.stream().map(sender::withdrawal).toList()),
            new Expected.AllKept(standing.size()),
            SECTION));
    standing.stream()
        .map(event -> String.valueOf(event.get("subject")).replaceFirst("^case/", ""))
        .distinct()
        .forEach(caseId -> steps.add(nothingOpen(caseId)));
    return steps;
  }

  private static Step nothingOpen(String caseId) {
    return new Step(
        "end/" + caseId,
        new Names("案件没有未结期限", "No deadline of the case is open"),
        new Sent.AskMonitor(Sender.deadlines(caseId)),
        new Expected.NothingOpen(),
        SECTION);
  }
}
