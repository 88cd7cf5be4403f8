package org.evenhandfixtures.architecture.internal;

import org.springframework.stereotype.Controller;

/** Wrong on purpose: a controller outside the web package, and public. */
@Controller
public class LooseController {}
