package io.gatewayanalyzer.core.classify;

import io.gatewayanalyzer.core.payload.ErrorFacts;

/**
 * One piece of evidence, prepared for the search: the layers of its error, and which senders it
 * comes from. Reused from one piece to the next; belongs to one thread.
 */
final class Subject {
  /** Errors are wrapped once or twice; deeper is noise. */
  static final int LAYERS_MAX = 4;

  private final SenderNames names;
  private final Layer[] layers = new Layer[LAYERS_MAX];
  private final int[] providers = new int[LAYERS_MAX + 1];
  private Evidence evidence;
  private int layerCount;
  private int gateway;
  private int providerCount;
  private String lastGatewayName;
  private int lastGateway = -1;

  Subject(SenderNames names) {
    this.names = names;
    for (int i = 0; i < layers.length; i++) {
      layers[i] = new Layer();
    }
  }

  void set(Evidence subject) {
    evidence = subject;
    fillLayers();
    gateway = gateway(evidence.gateway());
    providerCount = 0;
    addProvider(evidence.provider());
    for (int i = 0; i < layerCount; i++) {
      addProvider(layers[i].facts().providerName());
    }
  }

  Evidence evidence() {
    return evidence;
  }

  int layerCount() {
    return layerCount;
  }

  Layer layer(int i) {
    return layers[i];
  }

  /** The effective status of the exchange: HTTP's when it is an error, else the payload's. */
  int status() {
    return layers[0].status();
  }

  /** The gateway's sender; -1 when unknown. */
  int gateway() {
    return gateway;
  }

  int providerCount() {
    return providerCount;
  }

  int provider(int i) {
    return providers[i];
  }

  /** Why a rule may speak about this record; null when it may not. */
  Scope scope(CompiledRule rule, boolean lent) {
    if (rule.sender == gateway) {
      return Scope.GATEWAY;
    }
    if (provides(rule.sender)) {
      return Scope.PROVIDER;
    }
    SenderKind kind = rule.rule.kind();
    if (kind != SenderKind.GATEWAY && kind != SenderKind.PROVIDER) {
      return Scope.EVERYBODY;
    }
    return lent ? Scope.BORROWED : null;
  }

  private void fillLayers() {
    int status = effectiveStatus();
    layerCount = 0;
    for (ErrorFacts facts = evidence.error();
        facts != null && layerCount < LAYERS_MAX;
        facts = facts.inner()) {
      layers[layerCount].set(facts, layerCount, status);
      layerCount++;
    }
  }

  private int effectiveStatus() {
    if (evidence.httpStatus() >= 400) {
      return evidence.httpStatus();
    }
    for (ErrorFacts facts = evidence.error(); facts != null; facts = facts.inner()) {
      if (facts.declaredStatus() > 0) {
        return facts.declaredStatus();
      }
    }
    return evidence.httpStatus();
  }

  /** Remembers the last answer: most records in a row come from one gateway. */
  private int gateway(String name) {
    if (name == null || !name.equals(lastGatewayName)) {
      lastGatewayName = name;
      lastGateway = names.find(name);
    }
    return lastGateway;
  }

  private void addProvider(String name) {
    int provider = names.find(name);
    if (provider >= 0 && provider != gateway && !provides(provider)) {
      providers[providerCount++] = provider;
    }
  }

  private boolean provides(int sender) {
    for (int i = 0; i < providerCount; i++) {
      if (providers[i] == sender) {
        return true;
      }
    }
    return false;
  }
}
