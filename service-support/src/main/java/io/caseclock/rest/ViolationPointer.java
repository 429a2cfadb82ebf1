package io.caseclock.rest;

import io.caseclock.problem.Pointer;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import jakarta.validation.Path.MethodNode;
import jakarta.validation.Path.ParameterNode;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a caller finds what a constraint refused: a parameter by its name, a member of the body.
 */
final class ViolationPointer {

  /** A JSON pointer without the names of our own methods; empty for the body as a whole. */
  static String of(ConstraintViolation<?> violation) {
    var pointer = new StringBuilder();
    @Nullable Method method = null;
    for (var node : violation.getPropertyPath()) {
      if (node.getKind() == ElementKind.METHOD) {
        method = method(violation.getRootBeanClass(), node.as(MethodNode.class));
      } else if (node.getKind() == ElementKind.PARAMETER) {
        name(method, node.as(ParameterNode.class)).map(Pointer::to).ifPresent(pointer::append);
      } else {
        append(node, pointer);
      }
    }
    return pointer.toString();
  }

  private static void append(Path.Node node, StringBuilder pointer) {
    if (node.getIndex() != null) {
      pointer.append('/').append(node.getIndex());
    } else if (node.getKey() != null) {
      pointer.append(Pointer.to(node.getKey().toString()));
    }
    if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
      pointer.append(Pointer.to(node.getName()));
    }
  }

  private static Optional<String> name(@Nullable Method method, ParameterNode node) {
    return method == null
        ? Optional.of(node.getName())
        : DeclaredParameters.name(method.getParameters()[node.getParameterIndex()]);
  }

  /** As it stands in our own source: the container's subclasses do not repeat the annotations. */
  private static @Nullable Method method(Class<?> resource, MethodNode node) {
    @Nullable Method declared = null;
    for (Class<?> type = resource; type != null; type = type.getSuperclass()) {
      declared = declared(type, node).orElse(declared);
    }
    return declared;
  }

  private static Optional<Method> declared(Class<?> type, MethodNode node) {
    return Arrays.stream(type.getDeclaredMethods())
        .filter(method -> method.getName().equals(node.getName()))
        .filter(
            method -> Arrays.asList(method.getParameterTypes()).equals(node.getParameterTypes()))
        .findFirst();
  }

  private ViolationPointer() {}
}
