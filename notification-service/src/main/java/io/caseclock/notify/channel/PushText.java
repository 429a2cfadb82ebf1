package io.caseclock.notify.channel;

import io.caseclock.contract.Names;
import java.net.URI;
import java.util.Set;

/** The short words of a push, in both languages: a level, how many, and where to look. */
public final class PushText {

  /** Says the text of a key of the wording. */
  @FunctionalInterface
  public interface Say {
    Names say(String key, Object... arguments);
  }

  private static final Set<String> LEVELS = Set.of("grave", "serious", "ordinary");

  private final Say wording;
  private final URI console;

  /**
   * @param console where people reach the console
   */
  public PushText(Say wording, URI console) {
    this.wording = wording;
    this.console = console;
  }

  public String link(Push push) {
    return console.resolve(push.path()).toString();
  }

  /** Without the link. */
  public Names subject(Push push) {
    return wording.say("push.subject", level(push), Integer.toString(push.count()));
  }

  /** With the link. */
  public Names line(Push push) {
    return wording.say("push.line", level(push), Integer.toString(push.count()), link(push));
  }

  /** Both languages, one below the other. */
  public String lines(Push push) {
    var line = line(push);
    return line.zh() + "\n" + line.en();
  }

  private Names level(Push push) {
    var level = LEVELS.contains(push.level()) ? push.level() : "ordinary";
    return wording.say("push.level." + level);
  }
}
