/* natural.h - names in the order in which a person would put them: 2 before 10, the letters of the
 * Kazakh alphabet each at its place. The same everywhere: no locale has a say in it. */
#pragma once

#include <glib.h>

/**
 * oq_natural_key:
 * @name: valid UTF-8
 *
 * Returns: (transfer full): strcmp() of two keys gives the order of the names; capitals and zeros
 *   before a number count for nothing
 */
char *oq_natural_key(const char *name);
