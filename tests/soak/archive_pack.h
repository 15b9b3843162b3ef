/* archive_pack.h - zip files taken apart and put together. */
#pragma once

#include <glib.h>

typedef struct {
	char *name;
	GBytes *bytes;
} ArchiveMember;

/** archive_unpack: (transfer full) (nullable) (element-type ArchiveMember): NULL: no zip file. */
GPtrArray *archive_unpack(GBytes *zip);

/** archive_pack: (transfer full): "mimetype" is not packed. */
GBytes *archive_pack(const GPtrArray *members);
