package org.evenhand.foundation.internal;

import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.util.unit.DataSize;

/**
 * What files are taken; each setting has a default that suits a council.
 *
 * @param types media types
 * @param largest the most that one file may hold
 * @param openUploads how many announced or unused files one person may have
 * @param openSize how much they may hold together
 * @param expireAfter how long a file may wait to be sent and used
 * @param linkFor how long a download link is good
 */
@Component
record FileSettings(
    @Value(
            "${evenhand.files.types:application/pdf,image/jpeg,image/png,image/gif,image/tiff,"
                + "image/webp,image/heic,text/plain,message/rfc822,application/vnd.ms-outlook,"
                + "application/msword,application/vnd.ms-excel,"
                + "application/vnd.openxmlformats-officedocument.wordprocessingml.document,"
                + "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet,"
                + "application/vnd.oasis.opendocument.text,audio/mpeg,audio/mp4,audio/vnd.wave,"
                + "video/mp4,video/quicktime}")
        List<String> types,
    @Value("${evenhand.files.largest:250MB}") DataSize largest,
    @Value("${evenhand.files.open-uploads:20}") int openUploads,
    @Value("${evenhand.files.open-size:1GB}") DataSize openSize,
    @Value("${evenhand.files.expire-after:PT24H}") Duration expireAfter,
    @Value("${evenhand.files.link-for:PT5M}") Duration linkFor) {

  FileSettings {
    types = List.copyOf(types);
  }
}
