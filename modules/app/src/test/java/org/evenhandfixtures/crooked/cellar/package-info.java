/** Wrong on purpose: declares that it uses the kitchen, and uses the parlour. */
@ApplicationModule(allowedDependencies = "kitchen")
package org.evenhandfixtures.crooked.cellar;

import org.springframework.modulith.ApplicationModule;
