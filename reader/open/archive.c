/* archive.c - see the header.
 *
 * libarchive reads a zip file from one end to the other. So it begins anew at each member that is
 * wanted; where that is not possible, it goes on from the last one, or from the file's beginning.
 *
 * The list of members stands at the end. Where that is cut off, each one is known by what stands
 * before it. */
#include "open/archive.h"

#include "document/sniff.h"
#include "open/limits.h"
#include "open/local_header.h"

#include <archive.h>
#include <archive_entry.h>
#include <string.h>

enum {
	FIRST_BLOCK_BYTES = 4096, /* behind a jump; each further one is twice as long, up to: */
	BLOCK_BYTES = 65536,
	MARK_BYTES = 4, /* by which it is known */
	SMALL_MB = 16,  /* a member up to that may be packed as tightly as it likes */
};

typedef struct {
	char *name;
	guint64 n_bytes;
	guint64 data; /* where it begins in the file */
	gboolean is_locked;
} Entry;

struct _OqArchive {
	OqOpenJob job;
	guint64 at;         /* of the file */
	guint64 n_read;     /* of it, since the member was opened */
	guint64 n_unpacked; /* of all members */
	gsize n_block;      /* how much is read next */
	guint8 block[BLOCK_BYTES];
	struct archive *zip; /* nullable */
	gboolean is_apart;   /* it has begun at a member */
	gboolean is_cut;     /* the list of members is missing */
	GPtrArray *names;
	GArray *entries;     /* of Entry */
	GHashTable *by_name; /* of number + 1 */
	GHashTable *by_folded;
};

struct _OqMember {
	OqArchive *archive;
	guint64 n_bytes; /* that came out of it */
};

gboolean
oq_archive_is_one(const OqOpenJob *job)
{
	char mark[MARK_BYTES];
	return oq_loader_read(job, 0, mark, sizeof mark, NULL) == sizeof mark &&
	       oq_sniff_is_zip(mark, sizeof mark);
}

static la_ssize_t
read_block(struct archive *zip, void *data, const void **bytes)
{
	OqArchive *self = data;
	gssize n = oq_loader_read(&self->job, self->at, self->block, self->n_block, NULL);
	if (n < 0) {
		archive_set_error(zip, -1, "the file cannot be read");
		return ARCHIVE_FATAL;
	}
	self->at += (guint64)n;
	self->n_read += (guint64)n;
	self->n_block = MIN(2 * self->n_block, BLOCK_BYTES);
	*bytes = self->block;
	return n;
}

static la_int64_t
seek_to(struct archive *zip G_GNUC_UNUSED, void *data, la_int64_t offset, int whence)
{
	OqArchive *self = data;
	guint64 from = whence == SEEK_SET ? 0 : whence == SEEK_CUR ? self->at : self->job.n_bytes;
	self->at = (guint64)CLAMP((gint64)from + offset, 0, (gint64)self->job.n_bytes);
	self->n_block = FIRST_BLOCK_BYTES;
	return (la_int64_t)self->at;
}

static gboolean
set_damaged(const OqArchive *self, GError **error)
{
	const char *why = self->zip != NULL ? archive_error_string(self->zip) : NULL;
	g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "zip: %s",
		why != NULL ? why : "cut off");
	return FALSE;
}

static gboolean
set_limit(const char *what, guint limit, GError **error)
{
	g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LIMIT, "%s: %u", what, limit);
	return FALSE;
}

static void
forget(OqArchive *self)
{
	g_clear_pointer(&self->zip, archive_read_free);
}

/* By what stands before each member, from one on; else by the list of them. */
static gboolean
begin_at(OqArchive *self, guint64 offset, gboolean is_streamed, GError **error)
{
	forget(self);
	self->at = offset;
	self->n_block = FIRST_BLOCK_BYTES;
	self->zip = archive_read_new();
	if (is_streamed)
		archive_read_support_format_zip_streamable(self->zip);
	else
		archive_read_support_format_zip_seekable(self->zip);
	archive_read_set_read_callback(self->zip, read_block);
	archive_read_set_seek_callback(self->zip, seek_to);
	archive_read_set_callback_data(self->zip, self);
	return archive_read_open1(self->zip) == ARCHIVE_OK || set_damaged(self, error);
}

/* At its beginning. */
static gboolean
rewind_zip(OqArchive *self, GError **error)
{
	self->is_apart = FALSE;
	return begin_at(self, 0, self->is_cut, error);
}

static char *
name_of(struct archive_entry *entry)
{
	const char *name = archive_entry_pathname_utf8(entry);
	if (name == NULL)
		name = archive_entry_pathname(entry);
	return name != NULL ? g_utf8_make_valid(name, -1) : NULL;
}

/* Nothing is ever written by it, but a name that leads out of the archive is no member's. */
static gboolean
is_inside(const char *name)
{
	g_auto(GStrv) steps = g_strsplit(name, "/", -1);
	return *name != '\0' && *name != '/' && strchr(name, '\\') == NULL &&
	       !g_str_has_suffix(name, "/") && !g_strv_contains((const char *const *)steps, "..");
}

static void
clear_entry(gpointer data)
{
	g_free(((Entry *)data)->name);
}

/* What names have in common that are the same to a reader: some systems write "й" as two
 * characters. */
static char *
fold(const char *name)
{
	g_autofree char *plain = g_utf8_normalize(name, -1, G_NORMALIZE_NFC);
	return g_utf8_casefold(plain != NULL ? plain : name, -1);
}

static void
add_entry(OqArchive *self, struct archive_entry *zipped)
{
	g_autofree char *name = name_of(zipped);
	if (name == NULL || !is_inside(name) || g_hash_table_contains(self->by_name, name))
		return;
	gboolean has_size = archive_entry_size_is_set(zipped) && archive_entry_size(zipped) > 0;
	Entry entry = {g_steal_pointer(&name), has_size ? (guint64)archive_entry_size(zipped) : 0,
		(guint64)archive_filter_bytes(self->zip, 0),
		archive_entry_is_encrypted(zipped) != 0};
	g_array_append_val(self->entries, entry);
	gpointer number = GUINT_TO_POINTER(self->entries->len);
	g_ptr_array_add(self->names, entry.name);
	g_hash_table_insert(self->by_name, entry.name, number);
	g_hash_table_insert(self->by_folded, fold(entry.name), number);
}

static gboolean
list(OqArchive *self, GError **error)
{
	struct archive_entry *entry;
	int result;
	while ((result = archive_read_next_header(self->zip, &entry)) == ARCHIVE_OK ||
		result == ARCHIVE_WARN) {
		if (self->entries->len >= OQ_LIMIT_MEMBERS)
			return set_limit("members", OQ_LIMIT_MEMBERS, error);
		add_entry(self, entry);
	}
	return result == ARCHIVE_EOF || self->entries->len > 0 || set_damaged(self, error);
}

static gboolean
list_anyhow(OqArchive *self, GError **error)
{
	g_autoptr(GError) failure = NULL;
	if (rewind_zip(self, &failure) && list(self, &failure))
		return TRUE;
	if (!g_error_matches(failure, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED)) {
		g_propagate_error(error, g_steal_pointer(&failure));
		return FALSE;
	}
	self->is_cut = TRUE;
	return rewind_zip(self, error) && list(self, error);
}

OqArchive *
oq_archive_open(const OqOpenJob *job, GError **error)
{
	g_autoptr(OqArchive) self = g_new0(OqArchive, 1);
	self->job = *job;
	self->names = g_ptr_array_new();
	self->entries = g_array_new(FALSE, FALSE, sizeof(Entry));
	g_array_set_clear_func(self->entries, clear_entry);
	self->by_name = g_hash_table_new(g_str_hash, g_str_equal);
	self->by_folded = g_hash_table_new_full(g_str_hash, g_str_equal, g_free, NULL);
	if (!list_anyhow(self, error))
		return NULL;
	forget(self);
	return g_steal_pointer(&self);
}

void
oq_archive_free(OqArchive *self)
{
	if (self == NULL)
		return;
	forget(self);
	g_ptr_array_unref(self->names);
	g_hash_table_unref(self->by_name);
	g_hash_table_unref(self->by_folded);
	g_array_unref(self->entries);
	g_free(self);
}

gboolean
oq_archive_check(const OqArchive *self, GError **error)
{
	return !self->is_cut || set_damaged(self, error);
}

const GPtrArray *
oq_archive_names(const OqArchive *self)
{
	return self->names;
}

static const Entry *
find(const OqArchive *self, const char *name)
{
	g_autofree char *folded = fold(name);
	guint number = GPOINTER_TO_UINT(g_hash_table_lookup(self->by_name, name));
	if (number == 0)
		number = GPOINTER_TO_UINT(g_hash_table_lookup(self->by_folded, folded));
	return number > 0 ? &g_array_index(self->entries, Entry, number - 1) : NULL;
}

const char *
oq_archive_find(const OqArchive *self, const char *name)
{
	g_autofree char *valid = g_utf8_make_valid(name, -1);
	const Entry *entry = find(self, valid);
	g_autofree char *plain = entry == NULL ? g_uri_unescape_string(valid, NULL) : NULL;
	if (plain != NULL && g_utf8_validate(plain, -1, NULL))
		entry = find(self, plain);
	return entry != NULL ? entry->name : NULL;
}

guint64
oq_archive_size(const OqArchive *self, const char *name)
{
	const Entry *entry = find(self, name);
	return entry != NULL ? entry->n_bytes : 0;
}

/* On from where the archive stands to the member. */
static gboolean
go_to(OqArchive *self, const char *name)
{
	struct archive_entry *entry;
	int result;
	while (self->zip != NULL &&
		((result = archive_read_next_header(self->zip, &entry)) == ARCHIVE_OK ||
			result == ARCHIVE_WARN)) {
		g_autofree char *found = name_of(entry);
		if (g_strcmp0(found, name) == 0)
			return TRUE;
	}
	return FALSE;
}

/* FALSE: it cannot be read by itself. This depends on the file alone, so that whatever was read
 * before, a member is read in the same way. */
static gboolean
jump_to(OqArchive *self, const Entry *entry)
{
	struct archive_entry *found;
	guint64 start;
	if (!oq_local_header_find(&self->job, entry->data, entry->n_bytes, &start))
		return FALSE;
	self->is_apart = TRUE;
	if (!begin_at(self, start, TRUE, NULL) ||
		archive_read_next_header(self->zip, &found) != ARCHIVE_OK)
		return FALSE;
	g_autofree char *name = name_of(found);
	return g_strcmp0(name, entry->name) == 0;
}

static gboolean
walk_to(OqArchive *self, const char *name, GError **error)
{
	if (!self->is_apart && go_to(self, name))
		return TRUE;
	if (!rewind_zip(self, error))
		return FALSE;
	return go_to(self, name) || set_damaged(self, error);
}

OqMember *
oq_archive_member(OqArchive *self, const char *name, GError **error)
{
	const char *own_name = oq_archive_find(self, name);
	if (own_name == NULL) {
		g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "zip: no %s", name);
		return NULL;
	}
	const Entry *entry = find(self, own_name);
	if (entry->is_locked) {
		g_set_error_literal(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_LOCKED, "");
		return NULL;
	}
	if (!jump_to(self, entry) && !walk_to(self, own_name, error))
		return NULL;
	OqMember *member = g_new0(OqMember, 1);
	member->archive = self;
	self->n_read = 0;
	return member;
}

void
oq_member_free(OqMember *member)
{
	g_free(member);
}

static gboolean
is_within_limits(const OqMember *member, GError **error)
{
	const OqArchive *self = member->archive;
	if (self->n_unpacked > (guint64)OQ_LIMIT_UNPACKED_MB << 20)
		return set_limit("unpacked MB", OQ_LIMIT_UNPACKED_MB, error);
	if (member->n_bytes > (guint64)SMALL_MB << 20 &&
		member->n_bytes / OQ_LIMIT_PACKED_TIMES > self->n_read + BLOCK_BYTES)
		return set_limit("times its packed size", OQ_LIMIT_PACKED_TIMES, error);
	return TRUE;
}

gssize
oq_member_read(OqMember *member, gpointer bytes, gsize n_bytes, GError **error)
{
	OqArchive *self = member->archive;
	la_ssize_t n = archive_read_data(self->zip, bytes, n_bytes);
	if (n < 0) {
		set_damaged(self, error);
		return -1;
	}
	member->n_bytes += (guint64)n;
	self->n_unpacked += (guint64)n;
	return is_within_limits(member, error) ? n : -1;
}

GBytes *
oq_archive_read(OqArchive *self, const char *name, gsize max_bytes, GError **error)
{
	g_autoptr(OqMember) member = oq_archive_member(self, name, error);
	g_autoptr(GByteArray) all = g_byte_array_new();
	gssize n = 1;
	while (member != NULL && n > 0) {
		guint8 bytes[16384];
		n = oq_member_read(member, bytes, sizeof bytes, error);
		if (n > 0)
			g_byte_array_append(all, bytes, (guint)n);
		if (all->len > max_bytes) {
			set_limit("bytes of a part", (guint)max_bytes, error);
			return NULL;
		}
	}
	return member != NULL && n == 0 ? g_byte_array_free_to_bytes(g_steal_pointer(&all)) : NULL;
}
