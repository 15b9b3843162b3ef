/* numeral.h - Roman numerals that have not been read. */
#pragma once

#include <glib.h>

/** numeral_is_roman: whether the letters from @p to @end can be nothing else, in Latin or Cyrillic
 * capitals, or in small Latin letters. One letter is no numeral. */
gboolean numeral_is_roman(const char *p, const char *end);
