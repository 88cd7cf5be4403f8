package org.evenhand.foundation.internal;

import java.time.LocalTime;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How emails to staff go out; none do while no host is named. The application tries these settings
 * before it starts.
 *
 * @param host the mail server; null or blank for no emails
 * @param user who signs in to it; null for nobody
 * @param security {@code none}, {@code starttls} (a must, not an offer) or {@code tls}
 * @param from the address that they come from
 * @param link where staff sign in
 * @param digestAt from when on a working day the digest goes out, Europe/London
 * @param language of the emails, as a language tag
 */
@ConfigurationProperties("evenhand.mail")
record MailSettings(
    @Nullable String host,
    @DefaultValue("25") int port,
    @DefaultValue("none") String security,
    @Nullable String user,
    @Nullable String password,
    @DefaultValue("") String from,
    @DefaultValue("") String link,
    @DefaultValue("07:30") LocalTime digestAt,
    @DefaultValue("en-GB") Locale language) {

  boolean on() {
    return host != null && !host.isBlank();
  }
}
