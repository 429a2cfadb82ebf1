package io.caseclock.rest;

import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What the parameters of resource methods are called outside, read from their annotations. */
public final class DeclaredParameters {

  /** Every page takes the language and the colours that the visitor asks for. */
  private static final List<String> OF_EVERY_PAGE = List.of("lang", "theme");

  private static final Set<Class<?>> NUMBERS =
      Set.of(int.class, long.class, Integer.class, Long.class);

  /** Each query parameter of the method, and whether it may be repeated. */
  public static SortedMap<String, Boolean> query(Method method) {
    SortedMap<String, Boolean> names = new TreeMap<>();
    for (var parameter : method.getParameters()) {
      queryName(parameter, parameter.getName())
          .ifPresent(name -> names.put(name, isMany(parameter.getType())));
      if (isBean(parameter)) {
        addFields(parameter.getType(), names);
      }
    }
    var read = method.getAnnotation(TakesQuery.class);
    if (read != null) {
      Arrays.stream(read.value()).forEach(name -> names.put(name, false));
    }
    if (produces(method, MediaType.TEXT_HTML)) {
      OF_EVERY_PAGE.forEach(name -> names.put(name, false));
    }
    return names;
  }

  /** The names of those query parameters of the method that are whole numbers. */
  static Set<String> numbers(Method method) {
    Set<String> names = new HashSet<>();
    for (var parameter : method.getParameters()) {
      if (NUMBERS.contains(parameter.getType())) {
        queryName(parameter, parameter.getName()).ifPresent(names::add);
      }
      if (isBean(parameter)) {
        addNumbers(parameter.getType(), names);
      }
    }
    return Set.copyOf(names);
  }

  private static void addNumbers(@Nullable Class<?> bean, Set<String> names) {
    for (var type = bean; type != null; type = type.getSuperclass()) {
      for (var field : type.getDeclaredFields()) {
        if (NUMBERS.contains(field.getType())) {
          queryName(field, field.getName()).ifPresent(names::add);
        }
      }
    }
  }

  /** The name of a parameter outside; empty for a body and for a bean of parameters. */
  public static Optional<String> name(Parameter parameter) {
    return queryName(parameter, parameter.getName())
        .or(
            () ->
                Optional.ofNullable(parameter.getAnnotation(PathParam.class)).map(PathParam::value))
        .or(
            () ->
                Optional.ofNullable(parameter.getAnnotation(HeaderParam.class))
                    .map(HeaderParam::value))
        .or(
            () ->
                parameter.isAnnotationPresent(RestPath.class)
                        || parameter.isAnnotationPresent(RestHeader.class)
                    ? Optional.of(parameter.getName())
                    : Optional.empty());
  }

  private static Optional<String> queryName(AnnotatedElement declared, String own) {
    var plain = declared.getAnnotation(QueryParam.class);
    if (plain != null) {
      return Optional.of(plain.value());
    }
    return Optional.ofNullable(declared.getAnnotation(RestQuery.class))
        .map(rest -> rest.value().isEmpty() ? own : rest.value());
  }

  private static boolean isBean(Parameter parameter) {
    return parameter.isAnnotationPresent(BeanParam.class);
  }

  private static void addFields(@Nullable Class<?> bean, SortedMap<String, Boolean> names) {
    for (var type = bean; type != null; type = type.getSuperclass()) {
      for (var field : type.getDeclaredFields()) {
        queryName(field, field.getName())
            .ifPresent(name -> names.put(name, isMany(field.getType())));
        if (field.isAnnotationPresent(BeanParam.class)) {
          addFields(field.getType(), names);
        }
      }
    }
  }

  private static boolean isMany(Class<?> type) {
    return type.isArray() || Collection.class.isAssignableFrom(type);
  }

  /** Whether the method, or its class where it says nothing itself, declares that media type. */
  static boolean produces(Method method, String mediaType) {
    var own = method.getAnnotation(Produces.class);
    var produces = own == null ? method.getDeclaringClass().getAnnotation(Produces.class) : own;
    return produces != null
        && Arrays.stream(produces.value()).anyMatch(type -> type.startsWith(mediaType));
  }

  private DeclaredParameters() {}
}
