/* entities.h - the characters that HTML writes as &nbsp; and &#171;. Part of clean.c. */
#pragma once

#include <glib.h>

/**
 * oq_entities_read:
 * @p: at a &
 * @c: (out): the character that it stands for
 *
 * Returns: behind its semicolon; NULL: it is none
 */
const char *oq_entities_read(const char *p, const char *end, gunichar *c);
