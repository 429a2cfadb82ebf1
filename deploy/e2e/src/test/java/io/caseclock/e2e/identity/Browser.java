package io.caseclock.e2e.identity;

import java.io.IOException;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A browser without scripts: it keeps the cookies of each address and follows redirects. */
final class Browser {

  private static final int MOST_REDIRECTS = 12;
  private static final Pattern FORM =
      Pattern.compile("<form[^>]*id=\"kc-form-login\"[^>]*action=\"([^\"]+)\"");

  private final Map<String, Map<String, String>> cookies = new HashMap<>();
  private final List<URI> visited = new ArrayList<>();

  /** Opens a page; the answer is the one after the last redirect. */
  HttpResponse<String> open(URI page) throws IOException {
    visited.clear();
    return follow(page, request(page));
  }

  /** Asks for a page and does not follow where it leads. */
  HttpResponse<String> ask(URI page, String... headers) throws IOException {
    var request = request(page);
    if (headers.length > 0) {
      request.headers(headers);
    }
    return keep(page, Web.send(request));
  }

  /** Opens a page of the console and answers the provider's form. */
  HttpResponse<String> signIn(URI page, String user, String password) throws IOException {
    var shown = open(page);
    var form = FORM.matcher(shown.body());
    if (!form.find()) {
      throw new AssertionError("no form to sign in at " + visited + ": " + shown.body());
    }
    var action = URI.create(form.group(1).replace("&amp;", "&"));
    return follow(
        action, Web.form(request(action), Map.of("username", user, "password", password)));
  }

  static boolean isSignInForm(HttpResponse<String> answer) {
    return FORM.matcher(answer.body()).find();
  }

  /** The addresses of the last opened page, in their order. */
  List<URI> visited() {
    return List.copyOf(visited);
  }

  /** A second browser to which somebody copied all cookies. */
  Browser copy() {
    var copy = new Browser();
    cookies.forEach((address, held) -> copy.cookies.put(address, new HashMap<>(held)));
    return copy;
  }

  /** Loses what the browser holds of an address. */
  void forget(URI address) {
    cookies.remove(address.getAuthority());
  }

  private HttpResponse<String> follow(URI from, HttpRequest.Builder first) throws IOException {
    var address = from;
    visited.add(address);
    var answer = keep(address, Web.send(first));
    for (var times = 0; answer.statusCode() / 100 == 3; times++) {
      if (times == MOST_REDIRECTS) {
        throw new AssertionError("led in a circle: " + visited);
      }
      address = address.resolve(answer.headers().firstValue("Location").orElseThrow());
      visited.add(address);
      answer = keep(address, Web.send(request(address)));
    }
    return answer;
  }

  private HttpRequest.Builder request(URI address) {
    var request = Web.to(address).header("Accept", "text/html");
    var held = cookies.getOrDefault(address.getAuthority(), Map.of());
    if (!held.isEmpty()) {
      request.header(
          "Cookie",
          held.entrySet().stream()
              .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
              .collect(Collectors.joining("; ")));
    }
    return request;
  }

  /** Loopback counts as safe for a browser, so that cookies for TLS alone are kept as well. */
  private HttpResponse<String> keep(URI address, HttpResponse<String> answer) {
    var held = cookies.computeIfAbsent(address.getAuthority(), any -> new HashMap<>());
    for (var line : answer.headers().allValues("Set-Cookie")) {
      for (var cookie : HttpCookie.parse(line)) {
        if (cookie.getMaxAge() == 0) {
          held.remove(cookie.getName());
        } else {
          held.put(cookie.getName(), cookie.getValue());
        }
      }
    }
    return answer;
  }
}
