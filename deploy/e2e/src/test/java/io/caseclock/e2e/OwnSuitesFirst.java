package io.caseclock.e2e;

import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.ClassDescriptor;
import org.junit.jupiter.api.ClassOrderer;
import org.junit.jupiter.api.ClassOrdererContext;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Stories that start a suite of their own come first, then those that share one, together: a shared
 * suite runs to the end of all stories, and works beside them even where nobody asks it.
 */
public final class OwnSuitesFirst implements ClassOrderer {

  @Override
  public void orderClasses(ClassOrdererContext context) {
    context.getClassDescriptors().sort(Comparator.comparing(OwnSuitesFirst::shared));
  }

  /** What gives a story its suite; nothing where it starts one itself. */
  private static String shared(ClassDescriptor story) {
    return story.findRepeatableAnnotations(ExtendWith.class).stream()
        .flatMap(extension -> Stream.of(extension.value()))
        .map(Class::getName)
        .findFirst()
        .orElse("");
  }
}
