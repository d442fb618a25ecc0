package io.gatewayanalyzer.core.alert;

import java.util.SortedMap;
import java.util.TreeMap;

/** Labels of a scope, from what a log says; what it does not say is left out. */
public final class ScopeLabels {
  public static final String GATEWAY = "gateway";
  public static final String SCOPE = "scope";
  public static final String TENANT = "tenant";
  public static final String API_KEY_ID = "api_key_id";
  public static final String PROVIDER = "provider";
  public static final String CLIENT = "client";
  public static final String FINGERPRINT = "fingerprint";

  /** Stands for a gateway that the log does not name. */
  public static final String UNKNOWN = "unknown";

  private static final int LONGEST = 200;

  private ScopeLabels() {}

  /**
   * The labels of a scope.
   *
   * @param gateway may be null: every alert has a gateway, if only an unknown one
   * @param scope the kind of scope
   * @param more names and values in turn; a null value leaves the label out
   */
  public static SortedMap<String, String> of(String gateway, String scope, String... more) {
    SortedMap<String, String> labels = new TreeMap<>();
    labels.put(GATEWAY, gateway == null ? UNKNOWN : clean(gateway));
    labels.put(SCOPE, scope);
    for (int i = 0; i < more.length; i += 2) {
      if (more[i + 1] != null) {
        labels.put(more[i], clean(more[i + 1]));
      }
    }
    return labels;
  }

  /** One line of bounded length: logs hold anything. */
  private static String clean(String text) {
    String one = text.length() > LONGEST ? text.substring(0, LONGEST) : text;
    for (int i = 0; i < one.length(); i++) {
      if (Character.isISOControl(one.charAt(i))) {
        return one.replaceAll("\\p{Cntrl}", " ");
      }
    }
    return one;
  }
}
