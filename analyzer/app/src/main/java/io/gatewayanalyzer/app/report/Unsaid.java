package io.gatewayanalyzer.app.report;

import io.gatewayanalyzer.core.alert.AlertEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * What alerting knows and no topic holds: how near alerts came that did not fire, and which ones
 * others explain. The same news may come again. Thread safe.
 */
public final class Unsaid {
  private static final int PERCENT = 100;

  /** By alert and hundredths of the way to firing, the first time it came so near. */
  private final Map<String, NavigableMap<Integer, NearMiss>> nearest = new HashMap<>();

  private final Map<List<Object>, AlertEvent.Muted> muted = new HashMap<>();

  /** Takes how near an alert came. */
  public synchronized void near(AlertEvent.Near near) {
    int percent = (int) Math.min(PERCENT, Math.floor(near.judgement().closeness() * PERCENT));
    nearest
        .computeIfAbsent(near.scope().policy(), any -> new TreeMap<>())
        .merge(
            percent,
            NearMiss.of(near),
            (one, other) -> NearMiss.FIRST.compare(one, other) <= 0 ? one : other);
  }

  /** Takes an alert that another one explains. */
  public synchronized void muted(AlertEvent.Muted news) {
    muted.put(AlertTally.identity(news.alert()), news);
  }

  /**
   * The nearest miss of an alert.
   *
   * @param untilMs epoch milliseconds; what came later is silence
   * @return null when it did not come near at all
   */
  synchronized NearMiss nearest(String alertname, long untilMs) {
    for (NearMiss miss :
        nearest.getOrDefault(alertname, new TreeMap<>()).descendingMap().values()) {
      if (miss.timeMs() <= untilMs) {
        return miss;
      }
    }
    return null;
  }

  synchronized List<AlertEvent.Muted> muted() {
    return new ArrayList<>(muted.values());
  }
}
