package io.caseclock.notify.console.frame;

import io.caseclock.notify.console.frame.FormFault.Why;
import io.caseclock.rest.FormBody;
import jakarta.ws.rs.FormParam;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** The fields that the form of a page method has, read from its annotations. */
record FormFields(List<Field> declared) {

  /** Fields of one kind of name; {@code isMany} where they may be sent several times. */
  private record Field(Pattern name, boolean isMany) {

    static Field of(String name, boolean isMany) {
      return new Field(Pattern.compile(name), isMany);
    }
  }

  static FormFields of(Method method) {
    List<Field> fields = new ArrayList<>();
    for (var parameter : method.getParameters()) {
      var named = parameter.getAnnotation(FormParam.class);
      if (named != null) {
        var isMany = Collection.class.isAssignableFrom(parameter.getType());
        fields.add(Field.of(Pattern.quote(named.value()), isMany));
      }
    }
    var read = method.getAnnotation(TakesForm.class);
    if (read != null) {
      Arrays.stream(read.value()).forEach(name -> fields.add(Field.of(name, false)));
      Arrays.stream(read.many()).forEach(name -> fields.add(Field.of(name, true)));
    }
    return new FormFields(List.copyOf(fields));
  }

  /** What is wrong with what was sent: unreadable, unknown, or repeated where one is meant. */
  List<FormFault> faults(FormBody sent) {
    List<FormFault> faults = new ArrayList<>();
    sent.unreadable().forEach(name -> faults.add(new FormFault(name, Why.UNREADABLE)));
    sent.fields()
        .forEach(
            (name, values) -> {
              var field = field(name);
              if (field.isEmpty()) {
                faults.add(new FormFault(name, Why.UNKNOWN));
              } else if (values.size() > 1 && !field.get().isMany()) {
                faults.add(new FormFault(name, Why.REPEATED));
              }
            });
    return faults;
  }

  private Optional<Field> field(String name) {
    return declared.stream().filter(one -> one.name().matcher(name).matches()).findFirst();
  }
}
