package io.caseclock.notify.console.feed;

import java.net.URI;

/** Where people reach the console. */
public record ConsoleAddress(URI uri) {

  /** The whole address of a path here. */
  String of(String path) {
    return uri.resolve(path).toString();
  }
}
