package org.evenhand.reporting.internal;

/** The 95 % interval of a share by Wilson's score, which holds for small numbers too. */
record Wilson(double low, double high) {

  private static final double Z = 1.959963984540054;

  static Wilson of(long part, long whole) {
    if (whole <= 0 || part < 0 || part > whole) {
      throw new IllegalArgumentException("a part of something");
    }
    double share = (double) part / whole;
    double square = Z * Z / whole;
    double middle = share + square / 2;
    double half = Z * Math.sqrt(share * (1 - share) / whole + square / whole / 4);
    return new Wilson(
        Math.max(0, (middle - half) / (1 + square)), Math.min(1, (middle + half) / (1 + square)));
  }
}
