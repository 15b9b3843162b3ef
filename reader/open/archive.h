/* archive.h - a zip file, in whatever order its members are wanted.
 *
 * Names are UTF-8, with "/", as they stand in the archive (the locale of the process has to be in
 * UTF-8, too); those that lead out of it ("..", "/", "\") are left out. Limits: open/limits.h. */
#pragma once

#include "open/loader.h"

typedef struct _OqArchive OqArchive;
typedef struct _OqMember OqMember;

/** oq_archive_is_one: by its first bytes. */
gboolean oq_archive_is_one(const OqOpenJob *job);

/** oq_archive_open: Returns: NULL and OQ_OPEN_ERROR_DAMAGED, _LOCKED or _LIMIT */
OqArchive *oq_archive_open(const OqOpenJob *job, GError **error);
void oq_archive_free(OqArchive *archive);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqArchive, oq_archive_free)

/** oq_archive_check: Returns: FALSE and OQ_OPEN_ERROR_DAMAGED: its end is missing, and there were
 * perhaps more members. */
gboolean oq_archive_check(const OqArchive *archive, GError **error);

/** oq_archive_names: (transfer none) (element-type utf8): in the order of the archive. */
const GPtrArray *oq_archive_names(const OqArchive *archive);

/** oq_archive_find: (nullable): the name as the archive has it: the same one, else the same but for
 * case and for how its characters are composed, else the one whose %-escapes are undone. */
const char *oq_archive_find(const OqArchive *archive, const char *name);

/** oq_archive_size: of a member, as the archive says; 0: it does not say. */
guint64 oq_archive_size(const OqArchive *archive, const char *name);

/** oq_archive_member: opens one to be read from its beginning on. One at a time is open.
 * Returns: NULL and OQ_OPEN_ERROR_DAMAGED (there is none of that name), _LOCKED or _LIMIT */
OqMember *oq_archive_member(OqArchive *archive, const char *name, GError **error);
void oq_member_free(OqMember *member);
G_DEFINE_AUTOPTR_CLEANUP_FUNC(OqMember, oq_member_free)

/** oq_member_read: Returns: bytes, 0 at the end, -1 and OQ_OPEN_ERROR_DAMAGED or _LIMIT */
gssize oq_member_read(OqMember *member, gpointer bytes, gsize n_bytes, GError **error);

/** oq_archive_read: (transfer full): a whole member of at most @max_bytes. */
GBytes *oq_archive_read(OqArchive *archive, const char *name, gsize max_bytes, GError **error);
