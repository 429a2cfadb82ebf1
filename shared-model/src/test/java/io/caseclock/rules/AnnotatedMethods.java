package io.caseclock.rules;

import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.stream.Stream;

/** The methods of all our main classes on the class path that carry an annotation. */
public final class AnnotatedMethods {

  public static Stream<Method> of(Class<? extends Annotation> annotation) {
    return new ClassFileImporter()
        .withImportOption(new DoNotIncludeTests()).importPackages("io.caseclock").stream()
            .flatMap(type -> type.getMethods().stream())
            .filter(method -> method.isAnnotatedWith(annotation))
            .map(JavaMethod::reflect);
  }

  private AnnotatedMethods() {}
}
