package io.caseclock.intake.source;

import io.caseclock.access.Caller;
import io.caseclock.attribute.Reading;
import io.caseclock.attribute.SourceUri;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** The source that a person posts as: nobody else can, and a person as nothing else. */
public final class PersonSource {

  /** Where the sources of all people begin. */
  public static final String PREFIX = "urn:person:";

  private PersonSource() {}

  /**
   * {@code urn:person:P990001} of an officer, {@code urn:person:account:NAME} of somebody whom the
   * directory does not know; what a URI does not take is percent-encoded.
   */
  public static String of(Caller caller) {
    var own =
        caller.asOfficer().map(PersonSource::encoded).orElse("account:" + encoded(caller.name()));
    return SourceUri.read(PREFIX + own) instanceof Reading.Sound<String>(var normal)
        ? normal
        : PREFIX;
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
