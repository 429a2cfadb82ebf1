package io.caseclock.wire;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * That a record from a topic has whatever its type does not call nullable, at any depth, and that
 * none of its names is longer than lawful ones: everybody who reads on relies on that.
 */
final class RequiredMembers {

  private static final ClassValue<List<RecordComponent>> COMPONENTS =
      new ClassValue<>() {
        @Override
        protected List<RecordComponent> computeValue(Class<?> type) {
          return List.copyOf(Arrays.asList(type.getRecordComponents()));
        }
      };

  private RequiredMembers() {}

  /**
   * The value itself; throws {@link MalformedRecordException} that names what is not there, or too
   * long.
   */
  static <T> T of(T value) {
    require(value, "", "");
    return value;
  }

  private static void require(Object value, String name, String pointer) {
    BoundedNames.requireMember(name, value, pointer);
    if (value instanceof Record it) {
      COMPONENTS.get(it.getClass()).forEach(component -> require(it, component, pointer));
    } else if (value instanceof List<?> all) {
      for (var i = 0; i < all.size(); i++) {
        require(all.get(i), name, pointer + "/" + i);
      }
    }
  }

  private static void require(Record record, RecordComponent component, String pointer) {
    var here = pointer + "/" + component.getName();
    var member = member(record, component);
    if (member != null) {
      require(member, component.getName(), here);
    } else if (!component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
      throw new MalformedRecordException("the data has nothing at '" + here + "'");
    }
  }

  private static @Nullable Object member(Record record, RecordComponent component) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("a record cannot be read: " + record.getClass(), e);
    }
  }
}
