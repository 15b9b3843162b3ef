/* books.h - files that are read as one book, forward, back and from any place, give what they give
 * one after the other. What does not hold ends the process. */
#pragma once

#include <glib.h>

/** books_check: @bytes: any, cut into files; @encoding: (nullable): as in document.h. */
void books_check(const char *bytes, gsize n_bytes, const char *encoding);
