package io.caseclock.notify.notice.document.file;

import com.openhtmltopdf.util.Diagnostic;
import com.openhtmltopdf.util.XRLog;
import com.openhtmltopdf.util.XRLogger;
import java.util.logging.Level;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the renderer says, in our log instead of in lines of its own. It says much that concerns
 * nobody, and may quote the document: only what it calls severe is told, without its words.
 */
final class RendererLog implements XRLogger {

  private static final Logger LOGGER = LoggerFactory.getLogger(RendererLog.class);

  /** From now on, for all that the library renders. */
  static void takeOver() {
    XRLog.setLoggerImpl(new RendererLog());
  }

  @Override
  public void log(String where, Level level, String message) {
    log(where, level, message, null);
  }

  @Override
  public void log(String where, Level level, String message, @Nullable Throwable cause) {
    if (isSevere(level)) {
      LOGGER.atWarn().addKeyValue("reason", where).log("a document was rendered with a fault");
    }
    LOGGER.atDebug().addKeyValue("reason", message).setCause(cause).log("rendering");
  }

  @Override
  public void setLevel(String where, Level level) {
    // our own settings say what is logged
  }

  @Override
  public boolean isLogLevelEnabled(Diagnostic diagnostic) {
    return isSevere(diagnostic.getLevel()) || LOGGER.isDebugEnabled();
  }

  private static boolean isSevere(Level level) {
    return level.intValue() >= Level.SEVERE.intValue();
  }
}
