package io.caseclock.kubernetes;

import io.fabric8.kubernetes.api.model.GenericKubernetesResource;
import io.fabric8.kubernetes.api.model.HasMetadata;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds what an object has that its kind does not: the reader keeps that aside, and is silent. */
final class UnknownFields {

  /** The models of Kubernetes itself, and of Strimzi. */
  private static final List<String> MODELS = List.of("io.fabric8.", "io.strimzi.");

  private static final String ASIDE = "getAdditionalProperties";

  private final List<String> found = new ArrayList<>();

  private UnknownFields() {}

  /**
   * Each unknown field with its place; of kinds that come from elsewhere the first one, where
   * {@link OperatorKinds} knows them.
   */
  static List<String> of(HasMetadata object) {
    var fields = new UnknownFields();
    var place = object.getKind() + "/" + object.getMetadata().getName();
    if (object instanceof GenericKubernetesResource custom) {
      OperatorKinds.unknownField(custom).ifPresent(name -> fields.found.add(place + "." + name));
    } else {
      fields.walk(place, object);
    }
    return List.copyOf(fields.found);
  }

  private void walk(String place, @Nullable Object value) {
    if (value instanceof List<?> list) {
      for (var i = 0; i < list.size(); i++) {
        walk(place + "[" + i + "]", list.get(i));
      }
    } else if (value instanceof Map<?, ?> map) {
      map.forEach((key, inner) -> walk(place + "." + key, inner));
    } else if (value != null && !(value instanceof Enum<?>) && isOfAModel(value.getClass())) {
      for (var method : value.getClass().getMethods()) {
        if (isGetter(method)) {
          read(place, value, method);
        }
      }
    }
  }

  private void read(String place, Object object, Method getter) {
    var value = call(object, getter);
    if (!getter.getName().equals(ASIDE)) {
      walk(place + "." + getter.getName().substring(3), value);
    } else if (value instanceof Map<?, ?> aside) {
      aside.keySet().forEach(field -> found.add(place + "." + field));
    }
  }

  private static boolean isOfAModel(Class<?> type) {
    return MODELS.stream().anyMatch(type.getName()::startsWith);
  }

  private static boolean isGetter(Method method) {
    return method.getName().startsWith("get")
        && method.getParameterCount() == 0
        && !method.getDeclaringClass().equals(Object.class)
        && !method.isDefault();
  }

  private static @Nullable Object call(Object object, Method getter) {
    try {
      return getter.invoke(object);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException(e);
    } catch (InvocationTargetException e) {
      throw new IllegalStateException(getter.toString(), e.getCause());
    }
  }
}
