# Two images from one build: "analyzer" (the last, hence the default) and "connect", a Kafka Connect
# worker with our plug-ins. docs/deploy.md says how to use them.

FROM eclipse-temurin:17.0.20.1_1-jdk-noble AS build
WORKDIR /build
ENV MAVEN_ARGS="-B -ntp -q -Dquick -DskipTests -pl analyzer/app -am"
# Without sources there is nothing to compile, but everything to download: a layer of its own, which
# stays as long as no pom changes.
COPY mvnw pom.xml ./
COPY .mvn .mvn
COPY analyzer/core/pom.xml analyzer/core/
COPY analyzer/app/pom.xml analyzer/app/
COPY analyzer/benchmarks/pom.xml analyzer/benchmarks/
COPY connectors/pom.xml connectors/
RUN ./mvnw -Dexec.skip clean package
COPY analyzer analyzer
COPY connectors connectors
RUN ./mvnw clean package


FROM apache/kafka:4.3.1 AS connect
ARG VERSION=0.1.0-SNAPSHOT
LABEL org.opencontainers.image.title="Gateway Error Analyzer: Kafka Connect" \
      org.opencontainers.image.description="Kafka Connect with the plug-ins that bring gateway logs in and alerts out" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="Apache-2.0"
USER root
# Where a standalone worker remembers how far its sources are.
RUN mkdir -p /var/lib/connect && chown appuser:appuser /var/lib/connect
COPY --from=build /build/connectors/target/plugin /opt/kafka/plugins/gateway-analyzer
USER appuser
ENTRYPOINT ["/opt/kafka/bin/connect-standalone.sh"]


FROM eclipse-temurin:17.0.20.1_1-jre-noble AS analyzer
ARG VERSION=0.1.0-SNAPSHOT
LABEL org.opencontainers.image.title="Gateway Error Analyzer" \
      org.opencontainers.image.description="Says what each failure of an LLM gateway was, what the retries achieved, and who must act now" \
      org.opencontainers.image.version="${VERSION}" \
      org.opencontainers.image.licenses="Apache-2.0"
# A fixed number, so that volumes and policies can name it.
RUN groupadd --system --gid 10001 gateway-analyzer \
 && useradd --system --uid 10001 --gid 10001 --no-create-home --shell /usr/sbin/nologin gateway-analyzer \
 && install --directory --owner=10001 --group=10001 /var/lib/gateway-analyzer
COPY --from=build /build/analyzer/app/target/dist/lib /opt/gateway-analyzer/lib
USER 10001:10001
WORKDIR /var/lib/gateway-analyzer
EXPOSE 9464
# Java is process 1 and hears SIGTERM itself. More flags: JDK_JAVA_OPTIONS.
ENTRYPOINT ["java", \
  "-XX:+UseParallelGC", \
  "-XX:MaxRAMPercentage=60", \
  "-XX:+ExitOnOutOfMemoryError", \
  "-XX:-UsePerfData", \
  "-Xlog:disable", "-Xlog:all=error:stderr", \
  "-Dfile.encoding=UTF-8", \
  "-cp", "/opt/gateway-analyzer/lib/gateway-analyzer-app.jar", \
  "io.gatewayanalyzer.app.cli.Main"]
CMD ["--help"]
# What run serves; other commands serve nothing and switch it off.
HEALTHCHECK --interval=10s --timeout=3s --start-period=60s --retries=6 \
  CMD ["curl", "--fail", "--silent", "--output", "/dev/null", "http://127.0.0.1:9464/readyz"]
