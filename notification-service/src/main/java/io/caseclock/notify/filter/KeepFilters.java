package io.caseclock.notify.filter;

import io.caseclock.access.Caller;
import io.caseclock.attribute.WrittenText;
import io.caseclock.problem.ProblemType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Saves, renames and forgets the filters of whoever asks. */
public final class KeepFilters {

  /** The most filters of one owner. */
  public static final int MOST = 50;

  /** The most characters of a name. */
  public static final int LONGEST_NAME = 60;

  private static final WrittenText NAME = WrittenText.line(LONGEST_NAME);

  private final SavedFilters filters;

  public KeepFilters(SavedFilters filters) {
    this.filters = filters;
  }

  /** What came of it. */
  public sealed interface Outcome {}

  /** It is kept as it is here. */
  public record Kept(SavedFilter filter) implements Outcome {}

  /** Nothing was done. */
  public record Refused(Why why) implements Outcome {}

  /** Why not. */
  public enum Why {
    /** The owner has no such filter. */
    UNKNOWN(ProblemType.NOT_FOUND),
    /** A name has 1 to 60 characters on one line, and turns nothing around it. */
    BAD_NAME(ProblemType.MALFORMED_REQUEST),
    /** Another filter of the owner has that name. */
    NAME_TAKEN(ProblemType.STATE_FORBIDS),
    /** The owner has as many as anybody may have. */
    TOO_MANY(ProblemType.STATE_FORBIDS),
    /** The filter asks for something that is not known, or for nothing. */
    BAD_QUERY(ProblemType.MALFORMED_REQUEST);

    private final ProblemType type;

    Why(ProblemType type) {
      this.type = type;
    }

    /** What kind of problem that is for whoever asked. */
    public ProblemType type() {
      return type;
    }
  }

  /** Whose filters a caller's are: the officer's, or the account's of whoever is none. */
  public static String owner(Caller caller) {
    return caller.asOfficer().map(id -> "officer:" + id).orElse("account:" + caller.name());
  }

  public List<SavedFilter> of(Caller caller) {
    return filters.of(owner(caller));
  }

  /** Saves a filter under a new name. */
  public Outcome save(Caller caller, String name, String query, Instant now) {
    var owner = owner(caller);
    var read = FilterQuery.read(query).filter(found -> !found.isEmpty());
    if (read.isEmpty()) {
      return new Refused(Why.BAD_QUERY);
    }
    var present = filters.locked(owner);
    if (present.size() >= MOST) {
      return new Refused(Why.TOO_MANY);
    }
    var text = name.strip();
    var refusal = refusal(text, present);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    var filter = new SavedFilter(UUID.randomUUID(), owner, text, read.get().toString(), now);
    filters.add(filter);
    return new Kept(filter);
  }

  /** Gives a filter another name; its own again is no change. */
  public Outcome rename(Caller caller, UUID id, String name) {
    var present = filters.locked(owner(caller));
    var found = present.stream().filter(one -> one.id().equals(id)).findFirst();
    if (found.isEmpty()) {
      return new Refused(Why.UNKNOWN);
    }
    var text = name.strip();
    var others = present.stream().filter(one -> !one.id().equals(id)).toList();
    var refusal = refusal(text, others);
    if (refusal.isPresent()) {
      return new Refused(refusal.get());
    }
    filters.rename(id, text);
    return new Kept(found.get().named(text));
  }

  /** Forgets a filter; false where the caller has no such. */
  public boolean forget(Caller caller, UUID id) {
    return filters.remove(owner(caller), id);
  }

  private static Optional<Why> refusal(String name, List<SavedFilter> others) {
    if (!NAME.takes(name)) {
      return Optional.of(Why.BAD_NAME);
    }
    return others.stream().anyMatch(one -> one.name().equals(name))
        ? Optional.of(Why.NAME_TAKEN)
        : Optional.empty();
  }
}
