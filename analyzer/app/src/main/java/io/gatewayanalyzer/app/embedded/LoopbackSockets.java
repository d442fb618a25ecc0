package io.gatewayanalyzer.app.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.server.ServerSocketFactory;

/**
 * Server sockets bound to free loopback ports before the broker is configured, so that no other
 * process can take a port between choosing and using it.
 */
final class LoopbackSockets implements ServerSocketFactory, AutoCloseable {
  private final Map<String, ServerSocketChannel> open = new HashMap<>();

  /**
   * Binds a listener.
   *
   * @return {@code 127.0.0.1:port}
   */
  String bind(String listener) throws IOException {
    InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    ServerSocketChannel channel = ServerSocketChannel.open();
    open.put(listener, channel);
    channel.bind(new InetSocketAddress(loopback, 0));
    return "127.0.0.1:" + channel.socket().getLocalPort();
  }

  @Override
  public ServerSocketChannel openServerSocket(
      String listener, InetSocketAddress address, int backlog, int receiveBuffer)
      throws IOException {
    ServerSocketChannel channel = open.remove(listener);
    if (channel == null) {
      throw new IOException("listener " + listener + " is not bound");
    }
    channel.configureBlocking(false);
    return channel;
  }

  /** Closes the sockets the broker did not take over. */
  @Override
  public void close() {
    for (ServerSocketChannel channel : open.values()) {
      try {
        channel.close();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    open.clear();
  }
}
