package io.caseclock.notify.delivery;

import io.caseclock.contract.DirectoryEvent;
import io.caseclock.contract.DirectoryEvent.OfficerAssigned;
import io.caseclock.directory.Directory;
import java.util.List;
import java.util.TreeSet;

/** Takes in news of the directory, and forgets the addresses of whoever has lost all contacts. */
public final class TakeDirectoryNews {

  private final Directory directory;
  private final KeptAddresses addresses;

  public TakeDirectoryNews(Directory directory, KeptAddresses addresses) {
    this.directory = directory;
    this.addresses = addresses;
  }

  /** In the caller's transaction. */
  public void take(List<DirectoryEvent> news) {
    directory.apply(news);
    var officers = new TreeSet<String>();
    for (var event : news) {
      if (event instanceof OfficerAssigned post && post.contacts().isEmpty()) {
        officers.add(post.id());
      }
    }
    if (!officers.isEmpty()) {
      addresses.forget(officers);
    }
  }
}
