package io.gatewayanalyzer.connect.alertmanager;

import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** Remembers what a listener is told. */
final class Heard implements DeliveryListener {
  private final BlockingQueue<Refusal> refusals = new LinkedBlockingQueue<>();
  private final List<String> lines = new CopyOnWriteArrayList<>();

  BlockingQueue<Refusal> refusals() {
    return refusals;
  }

  List<String> lines() {
    return lines;
  }

  @Override
  public void refused(Refusal refusal) {
    refusals.add(refusal);
  }

  @Override
  public void changed(String line) {
    lines.add(line);
  }
}
