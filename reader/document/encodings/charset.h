/* charset.h - the names that documents give to their encodings. */
#pragma once

#include <glib.h>

/** oq_charset_iconv_name: what iconv calls it: RK1048 for the IANA's KZ-1048, and the like for
 * names that web pages and e-books use and iconv does not know; @name where it is not one of them.
 */
const char *oq_charset_iconv_name(const char *name);

/** oq_charset_is_sane: a name that iconv may be asked for: it skips what it does not expect in one,
 * takes an empty one for the locale's, and what follows a slash for an order to drop what it cannot
 * convert. */
gboolean oq_charset_is_sane(const char *name);
