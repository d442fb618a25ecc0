package io.gatewayanalyzer.app.config;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Shares of a whole as people write them: percent, or a number from 0 to 1. */
final class Shares {
  /** What is accepted, for messages. */
  static final String ACCEPTED = "percent such as 2 %, or a number from 0 to 1 such as 0.02";

  private static final Pattern FORM = Pattern.compile("(\\d{1,3}(?:\\.\\d{1,9})?)\\s*(%?)");
  private static final int PERCENT = 2;

  private Shares() {}

  /**
   * Reads a share.
   *
   * @return 0 to 1, or NaN when the text is not one
   */
  static double parse(String text) {
    Matcher form = FORM.matcher(text.strip());
    if (!form.matches()) {
      return Double.NaN;
    }
    BigDecimal number = new BigDecimal(form.group(1));
    boolean percent = !form.group(2).isEmpty();
    double share = (percent ? number.movePointLeft(PERCENT) : number).doubleValue();
    return share <= 1 ? share : Double.NaN;
  }
}
