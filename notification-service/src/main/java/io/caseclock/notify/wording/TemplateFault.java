package io.caseclock.notify.wording;

import io.caseclock.notify.wording.TemplateKind.Part;
import java.util.List;

/**
 * What is wrong with one text of a template.
 *
 * @param language {@code zh} or {@code en}
 */
public record TemplateFault(Part part, String language, Fault fault) {

  /** Where it stands, as the steps of a JSON pointer: {@code title/zh}. */
  public String place() {
    return part.wire() + "/" + language;
  }

  /** Completes a sentence that begins with the place. */
  public String message() {
    return switch (fault) {
      case Fault.Empty empty -> "must not be empty";
      case Fault.TooLong(int longest) -> "has at most " + longest + " characters";
      case Fault.NotPlain plain -> "is plain text of one line, without < and >";
      case Fault.LooseBrace brace -> "has a brace that does not belong to a pair";
      case Fault.Unknown(String name, List<String> known) ->
          "knows no {" + name + "}; known are " + braced(known);
      case Fault.Missing(String name) -> "lacks {" + name + "}, without which nobody is told it";
    };
  }

  /** Names as they stand in a text. */
  public static String braced(List<String> names) {
    return String.join(", ", names.stream().map(name -> "{" + name + "}").toList());
  }

  /** The kinds of faults. */
  public sealed interface Fault {
    /** Nothing is said. */
    record Empty() implements Fault {}

    /** It has more characters than {@code longest}. */
    record TooLong(int longest) implements Fault {}

    /** It has markup, line breaks or characters that nobody sees. */
    record NotPlain() implements Fault {}

    /** A brace is opened and not closed, or the other way round. */
    record LooseBrace() implements Fault {}

    /** It asks for something that this kind of message does not have. */
    record Unknown(String name, List<String> known) implements Fault {
      public Unknown {
        known = List.copyOf(known);
      }
    }

    /** It leaves out what the shipped text tells. */
    record Missing(String name) implements Fault {}
  }
}
