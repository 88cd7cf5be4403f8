package org.evenhandtest;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.server.resource.authentication.JwtAuthenticationToken;
import reactor.core.publisher.Hooks;

/**
 * Somebody signed in, in the role that the factory names, with the claims a real token carries:
 * {@code sub}, {@code name}, {@code roles}, {@code service_areas}.
 */
public record As(Authentication authentication) {

  static {
    // A GraphQL tester without HTTP has nobody to hand the caller over to the threads that answer.
    Hooks.enableAutomaticContextPropagation();
  }

  public static As officer(String... serviceAreas) {
    return person("officer-1", "Olive Officer", "OFFICER", serviceAreas);
  }

  public static As headOfService(String... serviceAreas) {
    return person(
        "hos-" + String.join("-", serviceAreas), "Hari Head", "HEAD_OF_SERVICE", serviceAreas);
  }

  public static As headOfCustomerServices() {
    return person("hofcs-1", "Helen Customer", "HEAD_OF_CUSTOMER_SERVICES");
  }

  public static As cmtMember() {
    return person("cmt-1", "Cato Manager", "CMT_MEMBER");
  }

  public static As electedMember() {
    return person("member-1", "Edie Member", "ELECTED_MEMBER");
  }

  public static As monitoringOfficer() {
    return person("monitoring-1", "Mo Monitor", "MONITORING_OFFICER");
  }

  public static As dataProtectionOfficer() {
    return person("dpo-1", "Dee Protection", "DATA_PROTECTION_OFFICER");
  }

  public static As legal() {
    return person("legal-1", "Lex Legal", "LEGAL");
  }

  public static As auditor() {
    return person("auditor-1", "Ada Auditor", "AUDITOR");
  }

  public static As contractor(String... serviceAreas) {
    return person("contractor-1", "Con Tractor", "CONTRACTOR", serviceAreas);
  }

  public static As pluginAdministrator() {
    return person("plugins-1", "Pat Plugin", "PLUGIN_ADMINISTRATOR");
  }

  public static As integrator() {
    return person("integrator-1", "Partner machine", "INTEGRATOR");
  }

  /** A partner's machine whose token has these scopes. */
  public static As machine(String client, String... scopes) {
    return holding(client, "Partner machine", "INTEGRATOR", List.of(), String.join(" ", scopes));
  }

  /** Anybody at all: a named subject with one role and its service areas. */
  public static As person(String subject, String name, String role, String... serviceAreas) {
    return holding(subject, name, role, Arrays.asList(serviceAreas), "");
  }

  private static As holding(
      String subject, String name, String role, List<String> serviceAreas, String scope) {
    Jwt token =
        new Jwt(
            "test-" + subject,
            Instant.EPOCH,
            Instant.EPOCH.plusSeconds(4_000_000_000L),
            Map.of("alg", "none"),
            Map.of(
                "sub",
                subject,
                "name",
                name,
                "roles",
                List.of(role),
                "service_areas",
                serviceAreas,
                "scope",
                scope));
    return new As(new JwtAuthenticationToken(token, List.of(), subject));
  }

  /** The role in which they are signed in; the first of several. */
  public String role() {
    List<String> roles =
        ((JwtAuthenticationToken) authentication).getToken().getClaimAsStringList("roles");
    return Objects.requireNonNull(roles).getFirst();
  }

  /** One of each role, for tests that walk through who may and who may not. */
  public static Stream<As> everyRole() {
    return Stream.of(
        officer("housing"),
        headOfService("housing"),
        headOfCustomerServices(),
        cmtMember(),
        electedMember(),
        monitoringOfficer(),
        dataProtectionOfficer(),
        legal(),
        auditor(),
        contractor("leisure"),
        pluginAdministrator(),
        integrator());
  }

  /** Runs the work signed in as this person, and signs out again. */
  public <T> T call(Callable<T> work) {
    var before = SecurityContextHolder.getContext();
    var context = SecurityContextHolder.createEmptyContext();
    context.setAuthentication(authentication);
    SecurityContextHolder.setContext(context);
    try {
      return work.call();
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    } finally {
      SecurityContextHolder.setContext(before);
    }
  }

  /** As {@link #call} for work without a result. */
  public void run(Runnable work) {
    call(
        () -> {
          work.run();
          return true;
        });
  }
}
