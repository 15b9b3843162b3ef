/* zipped_blocks.h - for tests: what a loader makes of a zip file of given members. */
#pragma once

#include "opened_blocks.h"
#include "zipped.h"

/** (transfer full): @members: as in zipped.h. */
static inline char *
zipped_blocks(const OqLoader *loader, const char *const *members, OqNotes notes)
{
	g_autoptr(GBytes) bytes = zipped_new(FALSE, members);
	return opened_blocks(
		loader, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), "", NULL, notes);
}
