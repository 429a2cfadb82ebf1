package io.caseclock.e2e.doors;

import java.nio.charset.StandardCharsets;

/**
 * What stands where a value is expected: in JSON as it is written there, and as bytes that are
 * percent-encoded or sent raw in a form, a path or a query.
 */
enum SpoiledValue {
  NULL("null"),
  TRUE("true"),
  ZERO("0"),
  MINUS_ONE("-1"),
  BEYOND_INT("2147483648"),
  BEYOND_LONG("9223372036854775808"),
  BEYOND_DOUBLE("1e400"),
  ALL_BUT_ZERO("1e-400"),
  HUGE_EXPONENT("1e999999999"),
  MANY_DIGITS("7".repeat(1_500)),
  FRACTION("0.1"),
  NOT_A_NUMBER("NaN"),
  INFINITE("-Infinity"),
  LEADING_ZERO("007"),
  HEXADECIMAL("0x1F"),
  EMPTY_LIST("[]"),
  EMPTY_OBJECT("{}"),
  LIST_OF_NULL("[null]"),
  LIST_OF_LISTS("[[1],[2]]"),
  OBJECT_OF_OBJECT("{\"a\":{\"b\":{}}}"),
  DEEP_LIST("[".repeat(5_000) + "]".repeat(5_000)),
  DEEP_OBJECT("{\"a\":".repeat(3_000) + "1" + "}".repeat(3_000)),
  NEVER_CLOSED("[".repeat(20_000)),
  EMPTY_TEXT("\"\""),
  BLANK("\"   \""),
  EDGES("\" x \""),
  NUL_ESCAPED("\"a\\u0000b\""),
  NUL_RAW("\"a\u0000b\""),
  CONTROL("\"a\\u0007\\u001b[31m\""),
  LINE_BREAK_RAW("\"a\r\nb\""),
  LINE_BREAK_ESCAPED("\"a\\r\\nX-Injected: 1\""),
  HIGH_SURROGATE("\"\\ud800\""),
  LOW_SURROGATE("\"\\udc00x\""),
  SWAPPED_SURROGATES("\"\\udc00\\ud800\""),
  BIDI("\"\\u202eabc\\u2066\""),
  ZERO_WIDTH("\"a\\u200b\\ufeffb\""),
  NONCHARACTER("\"\\uffff\\ufdd0\""),
  FULL_WIDTH("\"Ａ９９０１〔２０２６〕\""),
  RARE_CHARACTER("\"𠮷𬭊😀\""),
  COMBINING("\"" + "e\u0301".repeat(2_000) + "\""),
  LONG_TEXT("\"" + "x".repeat(70_000) + "\""),
  LONG_CHINESE_TEXT("\"" + "案".repeat(5_000) + "\""),
  INVALID_UTF8(bytes("\"a"), 0xFF, 0xFE, '"'),
  OVERLONG_UTF8(bytes("\"a"), 0xC0, 0x80, '"'),
  SURROGATE_AS_UTF8(bytes("\"a"), 0xED, 0xA0, 0x80, '"'),
  CUT_UTF8(bytes("\"a"), 0xE4, 0xB8, '"'),
  GBK(bytes("\""), 0xB0, 0xB8, 0xBC, 0xFE, '"'),
  BAD_ESCAPE("\"\\x41\""),
  CUT_ESCAPE("\"\\u12\""),
  SINGLE_QUOTED("'a'"),
  BARE_WORD("bare"),
  NOT_CLOSED("\"never closed"),
  FAR_INSTANT("\"+1000000000-12-31T23:59:59.999999999Z\""),
  PAST_INSTANT("\"-1000000000-01-01T00:00:00Z\""),
  YEAR_10000("\"+10000-01-01T00:00:00Z\""),
  YEAR_300000("\"+300000-01-01T00:00:00Z\""),
  YEAR_ZERO("\"0000-01-01T00:00:00Z\""),
  LEAP_SECOND("\"2026-06-30T23:59:60Z\""),
  NO_SUCH_DAY("\"2026-02-30\""),
  FAR_DAY("\"+999999999-12-31\""),
  DAY_OF_YEAR_ZERO("\"0000-00-00\""),
  OFFSET_OF_A_DAY("\"2026-03-01T00:00:00+24:00\""),
  LONG_FRACTION("\"2026-03-01T00:00:00." + "9".repeat(60) + "Z\""),
  FAR_DURATION("\"P999999999999D\""),
  SECONDS_AS_TIME("1772323200000000000000"),
  STATEMENT("\"'; DROP TABLE x; --\""),
  PATTERN("\"%_\\\\*[(\""),
  PATHS("\"../../../etc/passwd\""),
  MARKUP("\"<script>alert(1)</script>{#each x}{{7*7}}${x}\""),
  RUINED_NUMBER("\"9.901E+18\"");

  private final byte[] json;

  SpoiledValue(String json) {
    this.json = bytes(json);
  }

  SpoiledValue(byte[] start, int... rest) {
    json = new byte[start.length + rest.length];
    System.arraycopy(start, 0, json, 0, start.length);
    for (var i = 0; i < rest.length; i++) {
      json[start.length + i] = (byte) rest[i];
    }
  }

  /** As it is written in JSON, quotes included. */
  byte[] json() {
    return json.clone();
  }

  /** Without quotes, each byte a percent sequence where it has to be one. */
  String encoded() {
    var text = new StringBuilder();
    for (var one : unquoted()) {
      if (one > ' ' && one < 127 && "%&=+#?/\\\"<>[]{}|^`".indexOf(one) < 0) {
        text.append((char) one);
      } else {
        text.append("%%%02X".formatted(one & 0xFF));
      }
    }
    return text.toString();
  }

  /** Without quotes, one character a byte, as nobody should send it; no line breaks. */
  String raw() {
    return new String(unquoted(), StandardCharsets.ISO_8859_1)
        .replace('\r', '~')
        .replace('\n', '~');
  }

  private byte[] unquoted() {
    var text = new String(json, StandardCharsets.ISO_8859_1);
    var inner =
        text.length() > 1 && text.startsWith("\"") && text.endsWith("\"")
            ? text.substring(1, text.length() - 1)
            : text;
    return unescaped(inner).getBytes(StandardCharsets.ISO_8859_1);
  }

  /** In a URL an escape of JSON is the character's own bytes. */
  private static String unescaped(String text) {
    var plain = new StringBuilder();
    for (var i = 0; i < text.length(); i++) {
      if (text.startsWith("\\u", i) && text.length() >= i + 6) {
        var unit = Integer.parseInt(text.substring(i + 2, i + 6), 16);
        plain.append(new String(utf8(unit), StandardCharsets.ISO_8859_1));
        i += 5;
      } else {
        plain.append(text.charAt(i));
      }
    }
    return plain.toString();
  }

  /** The bytes that a careless encoder writes, of a lone surrogate too. */
  private static byte[] utf8(int unit) {
    return unit < 0x80
        ? new byte[] {(byte) unit}
        : unit < 0x800
            ? new byte[] {(byte) (0xC0 | unit >> 6), (byte) (0x80 | unit & 0x3F)}
            : new byte[] {
              (byte) (0xE0 | unit >> 12),
              (byte) (0x80 | unit >> 6 & 0x3F),
              (byte) (0x80 | unit & 0x3F)
            };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
