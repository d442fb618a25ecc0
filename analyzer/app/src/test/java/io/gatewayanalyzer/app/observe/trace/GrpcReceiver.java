package io.gatewayanalyzer.app.observe.trace;

import io.grpc.Metadata;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.collector.trace.v1.TraceServiceGrpc;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** OTLP over gRPC, by gRPC's own server. */
final class GrpcReceiver extends TraceServiceGrpc.TraceServiceImplBase
    implements Receiver, ServerInterceptor {
  private final List<ResourceSpans> received = new CopyOnWriteArrayList<>();
  private final Map<String, String> headers = new TreeMap<>();
  private final Server server;

  GrpcReceiver() throws IOException {
    InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    server = NettyServerBuilder.forAddress(anyPort).addService(this).intercept(this).build();
    server.start();
  }

  @Override
  public void export(
      ExportTraceServiceRequest request, StreamObserver<ExportTraceServiceResponse> answer) {
    received.addAll(request.getResourceSpansList());
    answer.onNext(ExportTraceServiceResponse.getDefaultInstance());
    answer.onCompleted();
  }

  @Override
  public <Q, A> ServerCall.Listener<Q> interceptCall(
      ServerCall<Q, A> call, Metadata metadata, ServerCallHandler<Q, A> next) {
    synchronized (headers) {
      for (String name : metadata.keys()) {
        headers.put(name, metadata.get(Metadata.Key.of(name, Metadata.ASCII_STRING_MARSHALLER)));
      }
    }
    return next.startCall(call, metadata);
  }

  @Override
  public String protocol() {
    return "grpc";
  }

  @Override
  public String endpoint() {
    return "http://127.0.0.1:" + server.getPort();
  }

  @Override
  public List<ResourceSpans> received() {
    return received;
  }

  @Override
  public Map<String, String> headers() {
    synchronized (headers) {
      return Map.copyOf(headers);
    }
  }

  @Override
  public void close() {
    server.shutdownNow();
  }
}
