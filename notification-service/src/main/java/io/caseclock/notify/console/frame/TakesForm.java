package io.caseclock.notify.console.frame;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the fields of the form that a page method reads by itself. Each is a regular expression for
 * the whole name.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface TakesForm {

  /** Fields that are sent once at most. */
  String[] value();

  /** Fields that may be sent several times. */
  String[] many() default {};
}
