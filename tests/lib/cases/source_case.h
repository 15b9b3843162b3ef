/* source_case.h - what the tests of sources share: calls that succeed. */
#pragma once

#include "document/source.h"

#include <string.h>

static inline OqSource *
source_case_open(const char *path, GCancellable *stop)
{
	g_autoptr(GError) error = NULL;
	OqSource *source = oq_source_open(path, stop, &error);
	g_assert_no_error(error);
	return source;
}

static inline void
source_case_next(OqSource *source, gsize size, const char *expected)
{
	g_autoptr(GError) error = NULL;
	g_autofree char *buffer = g_malloc(size);
	gssize n_read = oq_source_read(source, buffer, size, &error);
	g_assert_no_error(error);
	g_assert_cmpmem(buffer, (gsize)n_read, expected, strlen(expected));
}

static inline void
source_case_seek(OqSource *source, guint64 offset)
{
	g_autoptr(GError) error = NULL;
	g_assert_true(oq_source_seek(source, offset, &error));
	g_assert_no_error(error);
}
