package org.evenhand.foundation.internal;

/** A letter in both forms; the words are the same. */
record MailText(String subject, String plain, String html) {}
