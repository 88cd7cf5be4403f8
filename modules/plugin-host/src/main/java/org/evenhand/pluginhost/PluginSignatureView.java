package org.evenhand.pluginhost;

/**
 * Whose signature a jar bears.
 *
 * @param thumbprint SHA-256 of the certificate, in lower-case hexadecimal
 * @param subject whose it is, by its own account
 */
public record PluginSignatureView(String thumbprint, String subject) {}
