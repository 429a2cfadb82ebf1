package io.caseclock.admission;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The most bytes that an operation's body may have. An operation without it takes {@link #USUAL},
 * so that a new one is safe before anybody thinks of it.
 */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface MaxBodySize {

  /** Enough for every form and every JSON document that a person writes: 256 KiB. */
  long USUAL = 256 * 1024;

  /** The size in bytes. */
  long value();
}
