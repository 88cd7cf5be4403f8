/** The policy in the GraphQL API. */
@NullMarked
package org.evenhand.policy.internal.web;

import org.jspecify.annotations.NullMarked;
