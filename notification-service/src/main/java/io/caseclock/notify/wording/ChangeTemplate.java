package io.caseclock.notify.wording;

import io.caseclock.access.Caller;
import io.caseclock.access.Role;
import io.caseclock.directory.Directory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts a kind of message in other words, for the whole installation, or gives the shipped words
 * back. It holds for what is told from then on.
 */
public final class ChangeTemplate {

  private final Templates templates;
  private final Directory directory;

  public ChangeTemplate(Templates templates, Directory directory) {
    this.templates = templates;
    this.directory = directory;
  }

  /** What came of it. */
  public sealed interface Outcome {
    /** It holds from now on. */
    record Done(StoredTemplate stored) implements Outcome {}

    /** The texts have faults, at least one. */
    record Faulty(List<TemplateFault> faults) implements Outcome {
      public Faulty {
        faults = List.copyOf(faults);
      }
    }

    /** Only a supervisor or an administrator at the root of the tree. */
    record NotAllowed() implements Outcome {}

    /** Somebody else changed it since that version. */
    record Stale(int version) implements Outcome {}

    /** The shipped words hold already. */
    record ShippedAlready() implements Outcome {}
  }

  /**
   * @param seen the version that the caller saw; 0 where nothing was ever changed
   */
  public Outcome put(TemplateKind kind, Template template, int seen, Caller caller, Instant now) {
    var faults = CheckTemplate.faults(kind, template);
    if (!mayChange(caller)) {
      return new Outcome.NotAllowed();
    }
    return faults.isEmpty() ? add(kind, template, seen, caller, now) : new Outcome.Faulty(faults);
  }

  /** Gives the shipped words back. */
  public Outcome reset(TemplateKind kind, int seen, Caller caller, Instant now) {
    if (!mayChange(caller)) {
      return new Outcome.NotAllowed();
    }
    var last = templates.all().get(kind);
    return last == null || last.template() == null
        ? new Outcome.ShippedAlready()
        : add(kind, null, seen, caller, now);
  }

  private Outcome add(
      TemplateKind kind, @Nullable Template template, int seen, Caller caller, Instant now) {
    var last = templates.all().get(kind);
    var version = last == null ? 0 : last.version();
    var by = caller.asOfficer().orElse(caller.name());
    var next = new StoredTemplate(kind, version + 1, template, by, now);
    if (seen != version || !templates.add(next)) {
      return new Outcome.Stale(version);
    }
    return new Outcome.Done(next);
  }

  /** Whether the caller may put messages of the whole installation in other words. */
  public boolean mayChange(Caller caller) {
    return (caller.is(Role.SUPERVISOR) || caller.is(Role.ADMINISTRATOR))
        && caller
            .visibleUnit()
            .flatMap(directory::unit)
            .filter(unit -> unit.parent() == null)
            .isPresent();
  }
}
