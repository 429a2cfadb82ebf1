package io.caseclock.notify.console.frame;

import java.util.List;

/** Carries what is wrong with a form out of a page to the problem page, which names the fields. */
public final class FormRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final transient List<FormFault> faults;

  public FormRefusedException(List<FormFault> faults) {
    super("a form was refused");
    this.faults = List.copyOf(faults);
  }

  /** For a field whose value is none of those that the page offers. */
  public static FormRefusedException noSuchValue(String field) {
    return new FormRefusedException(List.of(new FormFault(field, FormFault.Why.NO_SUCH_VALUE)));
  }

  public List<FormFault> faults() {
    return faults;
  }
}
