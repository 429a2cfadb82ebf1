package io.caseclock.notify.console.frame;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * To a template 0 is as false as null is: whether there is a number at all is asked by {@code !=
 * null}.
 */
class ZeroIsNoGapTest {

  private static final Path TEMPLATES = Path.of("src/main/resources/templates");
  private static final Pattern CONDITION = Pattern.compile("\\{#(?:else )?if ([^}]*)}");
  private static final Pattern ASKED_ALONE = Pattern.compile("!?[\\w.:]*?(\\w+)");

  @Test
  void no_template_takes_a_number_of_zero_for_none() throws IOException {
    var numbers = numbersThatMayBeMissing();
    assertThat(numbers).contains("movement", "target", "rank", "due");

    try (var files = Files.walk(TEMPLATES)) {
      assertThat(
              files
                  .filter(file -> file.toString().endsWith(".html"))
                  .flatMap(file -> taken(file, numbers)))
          .isEmpty();
    }
  }

  private static Stream<String> taken(Path file, Set<String> numbers) {
    return CONDITION
        .matcher(text(file))
        .results()
        .flatMap(found -> Arrays.stream(found.group(1).split("&&|\\|\\|")))
        .filter(part -> numbers.contains(askedAlone(part.strip())))
        .map(part -> file.getFileName() + " asks for " + part.strip());
  }

  /** The last name of a path that is asked for its truth; empty where it is compared. */
  private static String askedAlone(String part) {
    var asked = ASKED_ALONE.matcher(part);
    return asked.matches() ? asked.group(1) : "";
  }

  private static Set<String> numbersThatMayBeMissing() {
    return new ClassFileImporter(List.of(new DoNotIncludeTests()))
        .importPackages("io.caseclock.notify.console").stream()
            .map(JavaClass::reflect)
            .filter(Class::isRecord)
            .flatMap(record -> Arrays.stream(record.getRecordComponents()))
            .filter(ZeroIsNoGapTest::isNumberThatMayBeMissing)
            .map(RecordComponent::getName)
            .collect(Collectors.toSet());
  }

  private static boolean isNumberThatMayBeMissing(RecordComponent component) {
    return Number.class.isAssignableFrom(component.getType())
        && component.getAnnotatedType().isAnnotationPresent(Nullable.class);
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
