package io.caseclock.wire;

import io.caseclock.contract.Posting;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The four extension attributes of a CloudEvent that tell its {@link Posting}. */
public final class PostingAttributes {

  private static final String POSTED_BY = "postedby";
  private static final String POSTED_KIND = "postedkind";
  private static final String POSTED_AS = "postedas";
  private static final String ADMINISTRATOR = "administrator";
  private static final String UNIT_PATH = "unitpath";

  /**
   * Null where {@code postedby} is absent.
   *
   * @param attribute the value of the attribute of that name; asked for each of the four
   */
  public static @Nullable Posting read(Function<String, Optional<String>> attribute) {
    var by = attribute.apply(POSTED_BY);
    var kind = attribute.apply(POSTED_KIND).orElse(null);
    var isAdministrator = attribute.apply(POSTED_AS).filter(ADMINISTRATOR::equals).isPresent();
    var path = attribute.apply(UNIT_PATH).orElse(null);
    return by.map(unit -> new Posting(unit, kind, isAdministrator, path)).orElse(null);
  }

  static void write(Posting posting, Map<String, String> attributes) {
    attributes.put(POSTED_BY, posting.by());
    if (posting.kind() != null) {
      attributes.put(POSTED_KIND, posting.kind());
    }
    if (posting.administrator()) {
      attributes.put(POSTED_AS, ADMINISTRATOR);
    }
    if (posting.unitPath() != null) {
      attributes.put(UNIT_PATH, posting.unitPath());
    }
  }

  private PostingAttributes() {}
}
