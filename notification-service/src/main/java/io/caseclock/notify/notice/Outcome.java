package io.caseclock.notify.notice;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What came of what somebody wanted: it was done, or refused and nothing has changed. */
public sealed interface Outcome<T> {

  /** It was done, with this result. */
  record Done<T>(T value) implements Outcome<T> {}

  /**
   * Nothing was done.
   *
   * @param about the fault that it is about, or the version as it stands; else empty
   * @param present the notice as it stands, or the one that stands against it; null where the
   *     caller may not know of any
   * @param last the newest step of that notice, which says who was first; null where nobody was
   */
  record Refused<T>(Refusal why, String about, @Nullable Notice present, @Nullable NoticeStep last)
      implements Outcome<T> {}

  static <T> Outcome<T> done(T value) {
    return new Done<>(value);
  }

  static <T> Outcome<T> refused(Refusal why) {
    return refused(why, "");
  }

  static <T> Outcome<T> refused(Refusal why, String about) {
    return new Refused<>(why, about, null, null);
  }

  static <T> Outcome<T> refused(Refusal why, Notice present) {
    return new Refused<>(why, "", present, null);
  }

  static <T> Outcome<T> refused(Refusal why, Notice present, @Nullable NoticeStep last) {
    return new Refused<>(why, "", present, last);
  }

  /** Goes on with what was done; a refusal stays. */
  default <R> Outcome<R> then(Function<T, Outcome<R>> next) {
    return switch (this) {
      case Done<T> done -> next.apply(done.value());
      case Refused<T> no -> new Refused<>(no.why(), no.about(), no.present(), no.last());
    };
  }

  /** What was done; throws what is made of a refusal. */
  default T orElseThrow(Function<Refused<T>, RuntimeException> problem) {
    return switch (this) {
      case Done<T> done -> done.value();
      case Refused<T> refused -> throw problem.apply(refused);
    };
  }
}
