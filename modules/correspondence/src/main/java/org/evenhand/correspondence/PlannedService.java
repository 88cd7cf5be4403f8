package org.evenhand.correspondence;

import java.time.LocalDate;

/**
 * How and when a notice is meant to go; the last day to appeal that it prints rests on this (F4).
 *
 * @param sendOn the day it is to be sent, within office hours
 * @param address postal or email address, or the account's name; for handing over the place
 */
public record PlannedService(ServiceMethod method, LocalDate sendOn, String address) {}
