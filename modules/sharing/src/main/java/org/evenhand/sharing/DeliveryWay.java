package org.evenhand.sharing;

import org.evenhand.spi.Texts;
import org.evenhand.spi.TypeId;

/** A way in which sealed data can be taken to a partner; a plugin brings it. */
public record DeliveryWay(TypeId id, Texts name) {}
