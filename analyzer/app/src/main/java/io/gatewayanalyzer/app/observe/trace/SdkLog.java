package io.gatewayanalyzer.app.observe.trace;

import io.gatewayanalyzer.core.redact.Redactor;
import java.util.List;
import java.util.Locale;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.slf4j.LoggerFactory;

/**
 * What the SDK logs, which would go to the terminal unasked: its warnings go where ours go, without
 * what a receiver answered and without stacks, and everything below is off. The SDK says the same
 * thing only a few times a minute.
 */
final class SdkLog extends Handler {
  private static final org.slf4j.Logger LOG = LoggerFactory.getLogger(Traces.class);

  /** Held, for the JDK forgets the settings of a logger that nobody holds. */
  private static final List<Logger> LOGGERS =
      List.of(Logger.getLogger("io.opentelemetry"), Logger.getLogger("okhttp3"));

  private static final int LONGEST = 200;

  private SdkLog() {}

  /** To be called before the SDK is touched; again does no harm. */
  static synchronized void divert() {
    for (Logger logger : LOGGERS) {
      logger.setUseParentHandlers(false);
      logger.setLevel(Level.WARNING);
      if (logger.getHandlers().length == 0) {
        logger.addHandler(new SdkLog());
      }
    }
  }

  /** Nothing more until it is diverted again: what is tried out now is nobody's setting. */
  static synchronized void silence() {
    LOGGERS.forEach(logger -> logger.setLevel(Level.OFF));
  }

  @Override
  public void publish(LogRecord logged) {
    if (logged.getLevel().intValue() >= Level.WARNING.intValue()) {
      LOG.warn("OpenTelemetry: {}", said(logged.getMessage()));
    }
  }

  /** What others wrote into the message begins with the words "error message". */
  static String said(String message) {
    String text = message == null ? "" : message;
    int foreign = text.toLowerCase(Locale.ROOT).indexOf("error message:");
    String ours = foreign < 0 ? text : text.substring(0, text.lastIndexOf('.', foreign) + 1);
    return Redactor.redact(ours.strip(), LONGEST);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
