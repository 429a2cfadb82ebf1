package io.caseclock.notify.console.frame;

import io.caseclock.problem.ProblemException;
import io.caseclock.problem.ProblemType;
import io.caseclock.rest.FormBody;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.MediaType;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/**
 * Looks at every form that is sent to a page, before the page does: each field is text that can be
 * stored, one that the page knows, and sent once where one is meant. What is passed over would read
 * as if it had not been sent, and what cannot be stored would break what is read later.
 */
@Singleton
public class PageForms {

  /** Behind the filters that refuse a request without reading it. */
  private static final int LATE = Priorities.USER + 100;

  /** The framework's own bound, {@code quarkus.http.limits.max-parameters}. */
  private static final int MOST_FIELDS = 1_000;

  private static final String UTF_8 = "utf-8";

  /** Within which the bytes of ASCII are what they are in UTF-8. */
  private static final Set<String> ALIKE_IN_ASCII = Set.of("us-ascii", "iso-8859-1");

  private static final Pattern BEYOND_ASCII = Pattern.compile("%[89a-fA-F]");

  private final Map<Method, FormFields> known = new ConcurrentHashMap<>();

  @ServerRequestFilter(priority = LATE)
  public void look(ContainerRequestContext request, ResourceInfo resource) throws IOException {
    var type = request.getMediaType();
    if (type == null || !request.getMethod().equals("POST") || !PageProblems.isPage(resource)) {
      return;
    }
    var method = resource.getResourceMethod();
    if (isUpload(method)) {
      return;
    }
    var body = request.getEntityStream().readAllBytes();
    requireForm(type, body);
    request.setEntityStream(new ByteArrayInputStream(body));
    var form = FormBody.read(body);
    requireFew(form);
    var faults = known.computeIfAbsent(method, FormFields::of).faults(form);
    if (!faults.isEmpty()) {
      throw new FormRefusedException(faults);
    }
  }

  /**
   * Another type would be read by other rules, or not at all, and text of another charset as other
   * signs.
   */
  private static void requireForm(MediaType type, byte[] body) {
    if (!type.isCompatible(MediaType.APPLICATION_FORM_URLENCODED_TYPE)
        || type.isWildcardType()
        || !isReadAsUtf8(type, body)) {
      throw new ProblemException(
          ProblemType.UNSUPPORTED_MEDIA_TYPE, "A page takes a form in UTF-8.");
    }
  }

  /** As many as the framework takes, which would say less of it. */
  private static void requireFew(FormBody form) {
    if (form.fields().values().stream().mapToInt(List::size).sum() > MOST_FIELDS) {
      throw new ProblemException(
          ProblemType.TOO_LARGE, "A form has at most " + MOST_FIELDS + " fields.");
    }
  }

  private static boolean isReadAsUtf8(MediaType type, byte[] body) {
    var charset =
        type.getParameters()
            .getOrDefault(MediaType.CHARSET_PARAMETER, UTF_8)
            .replace("\"", "")
            .toLowerCase(Locale.ROOT);
    return charset.equals(UTF_8)
        || (ALIKE_IN_ASCII.contains(charset)
            && !BEYOND_ASCII.matcher(new String(body, StandardCharsets.ISO_8859_1)).find());
  }

  private static boolean isUpload(Method method) {
    var consumes = method.getAnnotation(Consumes.class);
    return consumes != null
        && Arrays.asList(consumes.value()).contains(MediaType.MULTIPART_FORM_DATA);
  }
}
