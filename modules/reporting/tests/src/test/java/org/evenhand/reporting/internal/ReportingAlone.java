package org.evenhand.reporting.internal;

import org.evenhandtest.SharedPostgresConfiguration;
import org.springframework.boot.autoconfigure.AutoConfigurationPackage;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.context.annotation.Import;

/** Reporting and foundation: what the others publish is published by the tests. */
@SpringBootApplication(scanBasePackages = {"org.evenhand.foundation", "org.evenhand.reporting"})
@AutoConfigurationPackage(basePackages = {"org.evenhand.foundation", "org.evenhand.reporting"})
@Import(SharedPostgresConfiguration.class)
class ReportingAlone {}
