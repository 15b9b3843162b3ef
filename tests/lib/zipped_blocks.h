/* zipped_blocks.h - for tests: what a loader makes of a zip file of given members. */
#pragma once

#include "opened_blocks.h"
#include "zip_members.h"

/** (transfer full): @members: as in zip_members.h. */
static inline char *
zipped_blocks(const OqLoader *loader, const char *const *members, OqNotes notes)
{
	g_autoptr(GBytes) bytes = zip_members(FALSE, members);
	return opened_blocks(
		loader, g_bytes_get_data(bytes, NULL), g_bytes_get_size(bytes), "", NULL, notes);
}
