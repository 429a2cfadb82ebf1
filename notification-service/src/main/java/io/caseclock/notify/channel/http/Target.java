package io.caseclock.notify.channel.http;

import io.caseclock.notify.channel.ChannelSettings;
import java.net.URI;

/** A configured address; its path and query may be a secret, so that it never prints itself. */
public record Target(URI url) {

  /** Throws where nothing could be posted there; the message holds no part of the address. */
  public Target {
    var scheme = url.getScheme();
    if (!"https".equals(scheme) && !"http".equals(scheme)) {
      throw new IllegalArgumentException("a channel's url begins with https:// or http://");
    }
    if (url.getHost() == null || url.getUserInfo() != null || url.getFragment() != null) {
      throw new IllegalArgumentException(
          "a channel's url has a host, and neither a user nor a fragment");
    }
  }

  /** Where a channel posts to; throws as the constructor does, and where no url is set. */
  public static Target of(ChannelSettings settings) {
    return new Target(
        settings.url().orElseThrow(() -> new IllegalArgumentException("a channel needs a url")));
  }

  /** With more parameters in its query. */
  public URI with(String parameters) {
    var query = url.getRawQuery();
    var base = query == null ? url + "?" : url + "&";
    return URI.create(base + parameters);
  }

  @Override
  public String toString() {
    return "Target[" + url.getHost() + "]";
  }
}
