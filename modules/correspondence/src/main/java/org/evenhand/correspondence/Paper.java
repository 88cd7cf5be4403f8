package org.evenhand.correspondence;

import java.util.Set;
import java.util.stream.Stream;

/** Sets a page for paper: tagged for assistive technology (PDF/UA-1), with its fonts inside. */
public interface Paper {

  /**
   * @param page a whole page, well-formed as XML, that loads nothing
   * @return the document; its title, language and description are those of the page
   */
  byte[] pdf(String page);

  /** The characters in these texts that would be missing on paper; empty for none. */
  Set<String> missing(Stream<String> texts);
}
