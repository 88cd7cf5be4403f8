package org.evenhand;

import org.evenhand.app.Start;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.modulith.Modulithic;

/** Evenhand: managing unreasonable customer behaviour fairly. */
@SpringBootApplication
@Modulithic(systemName = "Evenhand")
public class EvenhandApplication {

  public static void main(String[] args) {
    Start.with(EvenhandApplication.class, args);
  }
}
