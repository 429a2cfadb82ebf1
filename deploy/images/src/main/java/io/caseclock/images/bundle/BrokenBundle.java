package io.caseclock.images.bundle;

/** Ends the reading of a bundle at its first fault. */
final class BrokenBundle extends Exception {

  private static final long serialVersionUID = 1L;

  private final String name;
  private final Fault fault;

  BrokenBundle(String name, Fault fault) {
    super(name + ": " + fault.en());
    this.name = name;
    this.fault = fault;
  }

  BundleReport.Broken report() {
    return new BundleReport.Broken(PartName.shown(name), fault);
  }
}
