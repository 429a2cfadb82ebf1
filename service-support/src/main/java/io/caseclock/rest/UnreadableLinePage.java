package io.caseclock.rest;

import io.caseclock.problem.Problem;
import io.caseclock.problem.Problem.Violation;
import java.util.stream.Collectors;

/**
 * Says to a browser that its address cannot be read. It is said before anything else is known, the
 * language too, so it is said in both.
 */
final class UnreadableLinePage {

  private static final int MOST_NAMES = 20;
  private static final int LONGEST_NAME = 60;

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="zh-CN">
      <head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
      <title>无法显示 · Cannot be shown</title></head>
      <body>
      <h1>无法显示</h1>
      <p>地址含有无法识别的内容。请返回上一页，改正后再试。</p>
      <div lang="en">
      <h1>Cannot be shown</h1>
      <p>The address holds something that cannot be read. Go back, correct it and try again.</p>
      </div>
      %s<p><a href="/">返回总览 · <span lang="en">Back to open work</span></a></p>
      </body>
      </html>
      """;

  /** The page, with the names of the parameters that cannot be read. */
  static String of(Problem problem) {
    var names =
        problem.violations().stream()
            .map(Violation::pointer)
            .filter(pointer -> !pointer.isEmpty())
            .limit(MOST_NAMES)
            .map(pointer -> "<li><bdi>" + escaped(shortened(pointer.substring(1))) + "</bdi></li>")
            .collect(Collectors.joining());
    return PAGE.formatted(names.isEmpty() ? "" : "<ul>" + names + "</ul>\n");
  }

  private static String shortened(String name) {
    return name.codePointCount(0, name.length()) <= LONGEST_NAME
        ? name
        : name.substring(0, name.offsetByCodePoints(0, LONGEST_NAME));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  private UnreadableLinePage() {}
}
