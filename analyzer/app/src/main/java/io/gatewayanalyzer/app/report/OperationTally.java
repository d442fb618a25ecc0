package io.gatewayanalyzer.app.report;

import io.gatewayanalyzer.app.serde.OperationReader;
import io.gatewayanalyzer.core.event.Operation;
import io.gatewayanalyzer.core.event.Outcome;
import io.gatewayanalyzer.core.event.Wait;
import io.gatewayanalyzer.core.event.WaitVerdict;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts of operations, filled record by record; not thread safe. */
public final class OperationTally {
  /** Names of clients are foreign text; beyond so many they are counted together. */
  private static final int MOST_CLIENTS = 10_000;

  private static final String NO_CLIENT = "unknown";
  private static final String OTHER_CLIENTS = "other";

  private final long[] byOutcome = new long[Outcome.values().length];
  private final Map<String, ClientTally> clients = new HashMap<>();
  private long operations;
  private long attempts;
  private long succeeded;

  /**
   * Counts one record of the operations topic.
   *
   * @throws UncheckedIOException when it is not one, which only a bug of ours can cause
   */
  public void add(byte[] json) {
    try {
      add(OperationReader.operation(json));
    } catch (IOException e) {
      throw new UncheckedIOException("an operation record cannot be read", e);
    }
  }

  private void add(Operation operation) {
    operations++;
    attempts += operation.attempts();
    succeeded += operation.outcome().succeeded() ? 1 : 0;
    byOutcome[operation.outcome().ordinal()]++;
    client(operation.client()).add(operation);
  }

  private ClientTally client(String name) {
    String client = name == null ? NO_CLIENT : name;
    if (!clients.containsKey(client) && clients.size() >= MOST_CLIENTS) {
      client = OTHER_CLIENTS;
    }
    return clients.computeIfAbsent(client, ClientTally::new);
  }

  /** Operations that are over. */
  public long operations() {
    return operations;
  }

  /** Operations in which the caller got what it wanted. */
  public long succeeded() {
    return succeeded;
  }

  /** Operations that ended so. */
  public long operations(Outcome outcome) {
    return byOutcome[outcome.ordinal()];
  }

  /** Attempts per operation; 0 of nothing. */
  public double amplification() {
    return operations == 0 ? 0 : (double) attempts / operations;
  }

  /** The clients with the most blind and early retries, at most so many; none without any. */
  public List<ClientTally> worstClients(int most) {
    return clients.values().stream()
        .filter(client -> client.blindRetries() + client.earlyRetries() > 0)
        .sorted(
            Comparator.comparingLong(
                    (ClientTally client) -> -client.blindRetries() - client.earlyRetries())
                .thenComparing(ClientTally::client))
        .limit(most)
        .toList();
  }

  /** Counts of one client's operations; mutable, owned by one {@link OperationTally}. */
  public static final class ClientTally {
    private final String client;
    private long operations;
    private long attempts;
    private long blindRetries;
    private long earlyRetries;

    ClientTally(String client) {
      this.client = client;
    }

    private void add(Operation operation) {
      operations++;
      attempts += operation.attempts();
      blindRetries += operation.blindRetries();
      for (Wait wait : operation.waits()) {
        earlyRetries += wait.verdict() == WaitVerdict.EARLY ? 1 : 0;
      }
    }

    /** The client's name as logged. */
    public String client() {
      return client;
    }

    /** Its operations. */
    public long operations() {
      return operations;
    }

    /** The attempts of its operations. */
    public long attempts() {
      return attempts;
    }

    /** Attempts that repeated what a failure had just called pointless. */
    public long blindRetries() {
      return blindRetries;
    }

    /** Attempts that came before the advised wait was over. */
    public long earlyRetries() {
      return earlyRetries;
    }
  }
}
