package io.caseclock.notify;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.caseclock.notify.console.frame.TakesForm;
import io.caseclock.notify.rest.TakesUpload;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The filters that look at forms know a field from an annotation of the method; a method that reads
 * one that nothing declares would have every form of its own page refused, or an upload taken as it
 * comes.
 */
class EveryFormIsLookedAtTest {

  private static final Set<Class<?>> WHOLE_FORMS = Set.of(MultivaluedMap.class, Form.class);

  @Test
  void every_method_that_reads_a_form_declares_its_fields() {
    var resources = resources();
    assertThat(resources.stream().flatMap(EveryFormIsLookedAtTest::reading))
        .as("methods that read a form")
        .hasSizeGreaterThan(25);
    assertThat(resources.stream().flatMap(EveryFormIsLookedAtTest::undeclared)).isEmpty();
  }

  @Test
  void a_method_that_forgets_to_is_found() {
    assertThat(undeclared(Forgetful.class))
        .hasSize(5)
        .noneMatch(found -> found.contains("declares"));
  }

  private static List<Class<?>> resources() {
    return new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.caseclock.notify")
            .stream()
            .filter(type -> type.isAnnotatedWith(Path.class))
            .<Class<?>>map(JavaClass::reflect)
            .toList();
  }

  private static Stream<Method> reading(Class<?> resource) {
    return methods(resource)
        .filter(method -> isUpload(method) || fields(method).findAny().isPresent());
  }

  private static Stream<Method> methods(Class<?> resource) {
    return Arrays.stream(resource.getDeclaredMethods())
        .filter(
            method ->
                Arrays.stream(method.getAnnotations())
                    .anyMatch(one -> one.annotationType().isAnnotationPresent(HttpMethod.class)));
  }

  private static Stream<String> undeclared(Class<?> resource) {
    return methods(resource)
        .flatMap(
            method ->
                why(method)
                    .map(why -> resource.getSimpleName() + "." + method.getName() + " " + why)
                    .stream());
  }

  private static Optional<String> why(Method method) {
    if (isUpload(method)) {
      return method.isAnnotationPresent(TakesUpload.class)
          ? Optional.empty()
          : Optional.of("takes an upload without @TakesUpload");
    }
    var unseen =
        Arrays.stream(method.getParameters())
            .filter(one -> one.isAnnotationPresent(RestForm.class) || isBeanOfFields(one))
            .map(Parameter::getName)
            .collect(joining(", "));
    if (!unseen.isEmpty()) {
      return Optional.of("reads a field by what the filter does not know: " + unseen);
    }
    if (readsWhole(method) && !method.isAnnotationPresent(TakesForm.class)) {
      return Optional.of("reads a whole form without @TakesForm");
    }
    return fields(method).findAny().isPresent() && !isPage(method)
        ? Optional.of("reads a form and is no page, so that no filter looks")
        : Optional.empty();
  }

  private static Stream<Parameter> fields(Method method) {
    return Arrays.stream(method.getParameters())
        .filter(one -> isField(one) || WHOLE_FORMS.contains(one.getType()));
  }

  private static boolean readsWhole(Method method) {
    return Arrays.stream(method.getParameters())
        .anyMatch(one -> WHOLE_FORMS.contains(one.getType()));
  }

  private static boolean isField(AnnotatedElement element) {
    return element.isAnnotationPresent(FormParam.class)
        || element.isAnnotationPresent(RestForm.class);
  }

  private static boolean isBeanOfFields(Parameter parameter) {
    return parameter.isAnnotationPresent(BeanParam.class)
        && Stream.<Class<?>>iterate(parameter.getType(), type -> type != null, type -> parent(type))
            .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
            .anyMatch(EveryFormIsLookedAtTest::isField);
  }

  private static @Nullable Class<?> parent(Class<?> type) {
    return type.getSuperclass();
  }

  private static boolean isUpload(Method method) {
    return declared(method, Consumes.class)
        .map(Consumes::value)
        .filter(types -> Arrays.asList(types).contains(MediaType.MULTIPART_FORM_DATA))
        .isPresent();
  }

  private static boolean isPage(Method method) {
    return Optional.ofNullable(method.getDeclaringClass().getAnnotation(Produces.class))
        .map(Produces::value)
        .filter(types -> Arrays.asList(types).contains(MediaType.TEXT_HTML))
        .isPresent();
  }

  private static <A extends Annotation> Optional<A> declared(Method method, Class<A> annotation) {
    return Optional.ofNullable(method.getAnnotation(annotation))
        .or(() -> Optional.ofNullable(method.getDeclaringClass().getAnnotation(annotation)));
  }

  /** Fields that a bean holds. */
  static class Bean {
    @FormParam("x")
    String field = "";
  }

  /** Forgets what is to be declared, once in each way; its last method does not. */
  @Produces(MediaType.APPLICATION_JSON)
  static class Forgetful {

    @POST
    void whole(MultivaluedMap<String, String> form) {}

    @POST
    void named(@FormParam("x") String one) {}

    @POST
    void otherwise(@RestForm("x") String one) {}

    @POST
    void bean(@BeanParam Bean bean) {}

    @POST
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    void upload(@RestForm("x") String file) {}

    @POST
    @TakesUpload
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    void declares(@RestForm("x") String file) {}
  }
}
