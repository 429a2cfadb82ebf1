package io.caseclock.wire;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.core.util.JsonParserDelegate;
import io.caseclock.contract.StorableText;
import java.io.IOException;
import java.io.Serial;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Looks at each token before anybody else does, so that no reader above it, typed or not, is less
 * strict than another. A {@link Fault} concerns what a text means; the parser can go on behind it.
 */
final class StrictParser extends JsonParserDelegate {

  private final JsonLimits limits;
  private final Deque<Set<String>> names = new ArrayDeque<>();
  private int tokens;

  StrictParser(JsonParser parser, JsonLimits limits) {
    super(parser);
    this.limits = limits;
  }

  /** What JSON allows and we do not. */
  static final class Fault extends JsonProcessingException {

    @Serial private static final long serialVersionUID = 1L;

    private final String pointer;

    Fault(String expected, String pointer, JsonLocation location) {
      super(expected, location);
      this.pointer = pointer;
    }

    String pointer() {
      return pointer;
    }
  }

  @Override
  public @Nullable JsonToken nextToken() throws IOException {
    var token = delegate.nextToken();
    if (token != null) {
      track(token);
      check(token);
    }
    return token;
  }

  /** Not the delegate's own, which would pass over tokens without a look. */
  @Override
  public @Nullable JsonToken nextValue() throws IOException {
    var token = nextToken();
    return token == JsonToken.FIELD_NAME ? nextToken() : token;
  }

  @Override
  public JsonParser skipChildren() throws IOException {
    var token = currentToken();
    if (token != null && token.isStructStart()) {
      leave(depth() - 1);
    }
    return this;
  }

  int depth() {
    return getParsingContext().getNestingDepth();
  }

  /** Goes on to the end of what is deeper, checked or not. */
  void passOver(int depth) throws IOException {
    while (depth() > depth) {
      var token = delegate.nextToken();
      if (token == null) {
        return;
      }
      track(token);
    }
  }

  private void leave(int depth) throws IOException {
    while (depth() > depth) {
      nextToken();
    }
  }

  private void track(JsonToken token) {
    if (token == JsonToken.START_OBJECT) {
      names.push(new HashSet<>());
    } else if (token == JsonToken.END_OBJECT) {
      names.pop();
    }
  }

  private void check(JsonToken token) throws IOException {
    if (++tokens > limits.tokens()) {
      throw fault("the text has more than " + limits.tokens() + " names and values");
    }
    try {
      switch (token) {
        case START_OBJECT, START_ARRAY -> checkDepth();
        case FIELD_NAME -> checkName(currentName());
        case VALUE_STRING -> checkText(getText());
        case VALUE_NUMBER_INT -> checkWhole();
        case VALUE_NUMBER_FLOAT -> checkFloat();
        default -> {}
      }
    } catch (StreamConstraintsException e) {
      throw fault("a text has at most " + limits.text() + " characters");
    }
  }

  private void checkDepth() throws Fault {
    if (depth() > limits.depth()) {
      throw fault("nothing is nested deeper than " + limits.depth() + " levels");
    }
  }

  private void checkName(String name) throws Fault {
    if (name.length() > limits.name()) {
      throw faultAbove("a member's name has at most " + limits.name() + " characters");
    }
    if (!StorableText.is(name)) {
      throw faultAbove("a member's name has neither U+0000 nor half of a surrogate pair");
    }
    var known = names.peek();
    if (known != null && !known.add(name)) {
      throw fault("the member stands twice; send it once");
    }
  }

  private void checkText(String text) throws Fault {
    if (text.length() > limits.text()) {
      throw fault("a text has at most " + limits.text() + " characters");
    }
    if (!StorableText.is(text)) {
      throw fault("a text has neither U+0000 nor half of a surrogate pair");
    }
  }

  private void checkWhole() throws IOException {
    checkLength();
    if (limits.exactNumbers() && getNumberType() == NumberType.BIG_INTEGER) {
      throw fault("a whole number lies within 64 bits; send an identifier as a text");
    }
  }

  private void checkFloat() throws IOException {
    checkLength();
    if (!isKept(getText())) {
      throw fault(
          "a number has at most 15 significant digits and lies within the range of a double; send"
              + " an identifier as a text");
    }
  }

  private void checkLength() throws IOException {
    if (getTextLength() > limits.number()) {
      throw fault("a number has at most " + limits.number() + " characters");
    }
  }

  private boolean isKept(String text) {
    var kept = Double.parseDouble(text);
    if (Double.isInfinite(kept) || !limits.exactNumbers()) {
      return Double.isFinite(kept);
    }
    try {
      return new BigDecimal(Double.toString(kept)).compareTo(new BigDecimal(text)) == 0;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private Fault fault(String expected) {
    return new Fault(expected, pointer(getParsingContext().pathAsPointer()), currentLocation());
  }

  /** Where the name itself cannot be shown. */
  private Fault faultAbove(String expected) {
    var parent = getParsingContext().getParent();
    return new Fault(
        expected, parent == null ? "" : pointer(parent.pathAsPointer()), currentLocation());
  }

  private static String pointer(@Nullable JsonPointer pointer) {
    return pointer == null ? "" : pointer.toString();
  }
}
