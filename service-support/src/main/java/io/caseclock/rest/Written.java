package io.caseclock.rest;

import io.caseclock.attribute.WrittenText;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.jspecify.annotations.Nullable;

/** The member is a {@link WrittenText}; one that is absent is asked for by another annotation. */
@Documented
@Target({ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE})
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Written.Check.class)
public @interface Written {

  /** The most characters. */
  int longest();

  /** Whether it may have ends of lines. */
  boolean severalLines() default false;

  /** Instead of what is wrong with it; nobody says so. */
  String message() default "";

  /** As every constraint has. */
  Class<?>[] groups() default {};

  /** As every constraint has. */
  Class<? extends Payload>[] payload() default {};

  /** Says what is wrong with the text. */
  class Check implements ConstraintValidator<Written, String> {

    private WrittenText kind = WrittenText.line(1);

    @Override
    public void initialize(Written stated) {
      kind = new WrittenText(stated.longest(), stated.severalLines());
    }

    @Override
    public boolean isValid(@Nullable String text, ConstraintValidatorContext context) {
      if (text == null) {
        return true;
      }
      var reason = kind.read(text).asReason();
      if (reason.isPresent()) {
        context.disableDefaultConstraintViolation();
        context.buildConstraintViolationWithTemplate(reason.get()).addConstraintViolation();
      }
      return reason.isEmpty();
    }
  }
}
