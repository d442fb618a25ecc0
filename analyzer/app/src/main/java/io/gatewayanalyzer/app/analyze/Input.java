package io.gatewayanalyzer.app.analyze;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * A place to read lines from.
 *
 * @param name what messages call it
 * @param sizeBytes its size as stored; -1 when unknown
 * @param source opens it
 */
public record Input(String name, long sizeBytes, Source source) {
  private static final int BUFFER = 1 << 16;

  /** Opens the stored bytes. */
  @FunctionalInterface
  public interface Source {
    /** The bytes from their beginning. */
    InputStream open() throws IOException;
  }

  /**
   * Its bytes, unpacked when they start like gzip, whatever the name says.
   *
   * @param stored told how many stored bytes have been read
   */
  public InputStream open(ByteCount stored) throws IOException {
    BufferedInputStream bytes = new BufferedInputStream(new Counted(source.open(), stored), BUFFER);
    bytes.mark(2);
    boolean packed = bytes.read() == 0x1f && bytes.read() == 0x8b;
    bytes.reset();
    return packed ? new GZIPInputStream(bytes, BUFFER) : bytes;
  }

  /** Is told about progress. */
  @FunctionalInterface
  public interface ByteCount {
    /** So many more bytes have been read. */
    void add(long bytes);
  }

  private static final class Counted extends java.io.FilterInputStream {
    private final ByteCount count;

    Counted(InputStream in, ByteCount count) {
      super(in);
      this.count = count;
    }

    @Override
    public int read() throws IOException {
      int value = super.read();
      if (value >= 0) {
        count.add(1);
      }
      return value;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      if (read > 0) {
        count.add(read);
      }
      return read;
    }
  }
}
