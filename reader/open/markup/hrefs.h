/* hrefs.h - where a link of one member of an archive leads to. */
#pragma once

#include <glib.h>

/**
 * oq_hrefs_resolve:
 * @base: the member that holds the link: "OEBPS/text/ch1.xhtml"; "": the only file
 * @href: "../notes.xhtml#n1", "#n1"; %-escapes are undone
 *
 * Returns: (transfer full) (nullable): "OEBPS/notes.xhtml#n1"; NULL: it leads elsewhere
 */
char *oq_hrefs_resolve(const char *base, const char *href);

/** oq_hrefs_file: (transfer full): without what is behind "#". */
char *oq_hrefs_file(const char *resolved);
