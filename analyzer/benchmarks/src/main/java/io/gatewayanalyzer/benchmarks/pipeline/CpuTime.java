package io.gatewayanalyzer.benchmarks.pipeline;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;

/**
 * CPU time used so far, in nanoseconds.
 *
 * @param process by this process
 * @param app by its live threads that carry the name of the application
 */
record CpuTime(long process, long app) {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  static CpuTime now(String applicationId) {
    long app = 0;
    for (ThreadInfo thread : THREADS.getThreadInfo(THREADS.getAllThreadIds())) {
      if (thread != null && thread.getThreadName().contains(applicationId)) {
        app += Math.max(0, THREADS.getThreadCpuTime(thread.getThreadId()));
      }
    }
    OperatingSystemMXBean system = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class);
    return new CpuTime(system.getProcessCpuTime(), app);
  }
}
