/* opened.c - see the header. */
#include "document/opening/opened.h"

#include "base/files/exact.h"
#include "base/files/writing.h"
#include "base/reason.h"
#include "document/document.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <unistd.h>

enum {
	LATE_BYTES = 1 << 16,
	MALLOC_BYTES = 16, /* that a label takes beside it */
};

/** Of a block: a book has a million of them. */
typedef struct {
	guint64 start;
	guint16 n_bytes; /* without the line feed */
	guint8 kind;
	guint8 level;
	guint8 lang;
	guint8 is_cut;
} Place;

G_STATIC_ASSERT(sizeof(Place) == 16);
G_STATIC_ASSERT(2 * OQ_WIRE_MAX_BLOCK_BYTES <= G_MAXUINT16);

struct _OqOpened {
	OqOpener *opener;
	GCancellable *stop; /* nullable */
	OqSourceWait wait;  /* nullable */
	gpointer wait_data;
	int text; /* the file */
	guint64 n_saved;
	GString *late; /* what belongs behind that: whole blocks */
	guint64 n_bytes;
	guint32 share;
	gboolean is_whole;
	gboolean lacks_landlock;
	GError *failure; /* nullable: why there is no more */
	GArray *places;  /* of Place */
	guint next;      /* the block that next() gives */
	guint64 at;      /* what read() gives next, of the block before that */
	char *told[OQ_WIRE_LANGUAGE + 1];
	gsize n_mark_bytes;
	GArray *headings; /* of OqOpenedMark */
	GArray *pages;
	GArray *notes; /* of OqOpenedNotes */
};

static void
clear_mark(gpointer data)
{
	g_free(((OqOpenedMark *)data)->label);
}

static GArray *
new_marks(void)
{
	GArray *marks = g_array_new(FALSE, FALSE, sizeof(OqOpenedMark));
	g_array_set_clear_func(marks, clear_mark);
	return marks;
}

static gboolean
set_failed(GError **error)
{
	g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_UNREADABLE,
		_("the text of the document cannot be kept in %s: %s"), g_get_tmp_dir(),
		oq_reason(errno));
	return FALSE;
}

static gboolean
add_mark(OqOpened *opened, GArray *marks, guint8 level, const char *label, GError **error)
{
	OqOpenedMark mark = {opened->n_bytes, level, g_strdup(label)};
	g_array_append_val(marks, mark);
	opened->n_mark_bytes += sizeof mark + MALLOC_BYTES + strlen(label);
	return opened->n_mark_bytes <= OQ_WIRE_MAX_MARKS_BYTES ||
	       oq_opener_set_limit(opened->opener, "bytes of headings and pages",
		       OQ_WIRE_MAX_MARKS_BYTES, error);
}

static void
add_note(GArray *notes, guint64 start, guint64 n_bytes)
{
	const OqOpenedNotes note = {start, n_bytes};
	OqOpenedNotes *last =
		notes->len > 0 ? &g_array_index(notes, OqOpenedNotes, notes->len - 1) : NULL;
	if (last != NULL && last->start + last->n_bytes == start)
		last->n_bytes += n_bytes;
	else
		g_array_append_val(notes, note);
}

/* Many blocks at once. If it fails, they stay where they are. */
static gboolean
save(OqOpened *opened, GError **error)
{
	if (lseek(opened->text, (off_t)opened->n_saved, SEEK_SET) < 0 ||
		!oq_writing_all(opened->text, opened->late->str, opened->late->len))
		return set_failed(error);
	opened->n_saved += opened->late->len;
	g_string_truncate(opened->late, 0);
	return TRUE;
}

static gboolean
add_block(OqOpened *opened, const OqOpenerItem *item, GError **error)
{
	const OqWireHead *head = &item->head;
	const Place place = {opened->n_bytes, (guint16)head->n_bytes, head->kind, head->level,
		head->lang, head->is_cut};
	if (opened->places->len >= OQ_WIRE_MAX_BLOCKS)
		return oq_opener_set_limit(opened->opener, "blocks", OQ_WIRE_MAX_BLOCKS, error);
	if (opened->n_bytes >> 20 >= OQ_WIRE_MAX_TEXT_MB)
		return oq_opener_set_limit(
			opened->opener, "MB of text", OQ_WIRE_MAX_TEXT_MB, error);
	if (head->kind == OQ_BLOCK_HEADING &&
		!add_mark(opened, opened->headings, MAX(head->level, 1), item->text, error))
		return FALSE;
	if (opened->late->len >= LATE_BYTES && !save(opened, error))
		return FALSE;
	g_string_append_len(opened->late, item->text, head->n_bytes);
	g_string_append_c(opened->late, '\n');
	g_array_append_val(opened->places, place);
	if (head->kind == OQ_BLOCK_NOTE)
		add_note(opened->notes, place.start, (guint64)head->n_bytes + 1);
	opened->n_bytes += head->n_bytes + 1;
	return TRUE;
}

static gboolean
take(OqOpened *opened, const OqOpenerItem *item, GError **error)
{
	switch ((OqWireType)item->head.type) {
	case OQ_WIRE_BLOCK:
		return add_block(opened, item, error);
	case OQ_WIRE_TITLE:
	case OQ_WIRE_AUTHOR:
	case OQ_WIRE_LANGUAGE:
		if (opened->told[item->head.type] == NULL)
			opened->told[item->head.type] = g_strdup(item->text);
		return TRUE;
	case OQ_WIRE_PAGE:
		return add_mark(opened, opened->pages, 0, item->text, error);
	case OQ_WIRE_NO_LANDLOCK:
		opened->lacks_landlock = TRUE;
		return TRUE;
	case OQ_WIRE_SHARE:
		memcpy(&opened->share, item->text, sizeof opened->share);
		return TRUE;
	default:
		return TRUE;
	}
}

static void
tell_wait(const OqOpened *opened)
{
	if (opened->wait != NULL && !oq_opener_is_ready(opened->opener))
		opened->wait(opened->wait_data);
}

/* One item; FALSE at the end, or with @error. The failure that ends it is kept, and told whenever
 * somebody comes to that end. */
static gboolean
read_on(OqOpened *opened, GError **error)
{
	g_autoptr(GError) failure = NULL;
	OqOpenerItem item;
	if (!opened->is_whole && opened->failure == NULL) {
		tell_wait(opened);
		if (oq_opener_next(opened->opener, &item, opened->stop, &failure) &&
			take(opened, &item, &failure))
			return TRUE;
		if (g_error_matches(failure, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
			g_propagate_error(error, g_steal_pointer(&failure));
			return FALSE;
		}
		opened->is_whole = failure == NULL;
		opened->failure = g_steal_pointer(&failure);
		g_clear_pointer(&opened->opener, oq_opener_free);
	}
	if (opened->failure != NULL)
		g_propagate_error(error, g_error_copy(opened->failure));
	return FALSE;
}

/* Until the block of that number is there. */
static gboolean
read_to(OqOpened *opened, guint number, GError **error)
{
	while (opened->places->len <= number)
		if (!read_on(opened, error))
			return FALSE;
	return TRUE;
}

OqOpened *
oq_opened_new(
	int fd, const char *name, const OqOpenerWish *wish, GCancellable *stop, GError **error)
{
	g_autoptr(OqOpened) opened = g_new0(OqOpened, 1);
	opened->late = g_string_sized_new(2 * LATE_BYTES);
	opened->places = g_array_new(FALSE, FALSE, sizeof(Place));
	opened->headings = new_marks();
	opened->pages = new_marks();
	opened->notes = g_array_new(FALSE, FALSE, sizeof(OqOpenedNotes));
	g_set_object(&opened->stop, stop);
	opened->text = open(g_get_tmp_dir(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (opened->text < 0) {
		close(fd);
		set_failed(error);
		return NULL;
	}
	opened->opener = oq_opener_new(fd, name, wish, error);
	g_autoptr(GError) failure = NULL;
	if (opened->opener == NULL)
		return NULL;
	if (!read_to(opened, 0, &failure) && failure != NULL) {
		g_propagate_error(error, g_steal_pointer(&failure));
		return NULL;
	}
	return g_steal_pointer(&opened);
}

void
oq_opened_free(OqOpened *opened)
{
	if (opened == NULL)
		return;
	oq_opener_free(opened->opener);
	if (opened->text >= 0)
		close(opened->text);
	g_clear_object(&opened->stop);
	g_clear_error(&opened->failure);
	g_string_free(opened->late, TRUE);
	g_array_unref(opened->places);
	g_array_unref(opened->headings);
	g_array_unref(opened->pages);
	g_array_unref(opened->notes);
	for (guint i = 0; i < G_N_ELEMENTS(opened->told); i++)
		g_free(opened->told[i]);
	g_free(opened);
}

void
oq_opened_set_stop(OqOpened *opened, GCancellable *stop)
{
	g_set_object(&opened->stop, stop);
}

void
oq_opened_on_wait(OqOpened *opened, OqSourceWait wait, gpointer data)
{
	opened->wait = wait;
	opened->wait_data = data;
}

static const Place *
place_at(const OqOpened *opened, guint number)
{
	return &g_array_index(opened->places, Place, number);
}

gboolean
oq_opened_next(OqOpened *opened, OqBlock *block, GError **error)
{
	if (!read_to(opened, opened->next, error))
		return FALSE;
	const Place *place = place_at(opened, opened->next++);
	opened->at = place->start;
	*block = (OqBlock){.start = place->start,
		.number = place->start == 0,
		.kind = place->kind,
		.level = place->level,
		.lang = place->lang};
	return TRUE;
}

static gssize
copy(const OqOpened *opened, char *buffer, gsize size)
{
	if (opened->at < opened->n_saved)
		return oq_exact_take(opened->text, buffer, size, opened->at);
	memcpy(buffer, opened->late->str + (opened->at - opened->n_saved), size);
	return (gssize)size;
}

gssize
oq_opened_read(OqOpened *opened, char *buffer, gsize size, GError **error)
{
	if (opened->next == 0)
		return 0;
	const Place *place = place_at(opened, opened->next - 1);
	guint64 left = place->start + place->n_bytes - opened->at;
	gssize n = copy(opened, buffer, MIN(size, left));
	if (n < 0 || (n == 0 && left > 0)) {
		set_failed(error);
		return -1;
	}
	if ((guint64)n < left) { /* whole characters */
		const char *end = buffer + n, *last = g_utf8_find_prev_char(buffer, end);
		if (last != NULL && last + g_utf8_skip[(guchar)*last] > end)
			n = last - buffer;
	}
	opened->at += (guint64)n;
	return n;
}

gboolean
oq_opened_is_cut(const OqOpened *opened)
{
	return opened->next > 0 && place_at(opened, opened->next - 1)->is_cut;
}

/* The last block that begins at @position or before. */
static guint
find(const OqOpened *opened, guint64 position)
{
	guint low = 0, high = opened->places->len;
	while (high - low > 1) {
		guint middle = low + (high - low) / 2;
		*(place_at(opened, middle)->start <= position ? &low : &high) = middle;
	}
	return low;
}

gboolean
oq_opened_seek(OqOpened *opened, guint64 position, GError **error)
{
	g_autoptr(GError) failure = NULL;
	while (opened->n_bytes <= position && read_on(opened, &failure))
		;
	if (g_error_matches(failure, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
		g_propagate_error(error, g_steal_pointer(&failure));
		return FALSE;
	}
	opened->next = find(opened, position);
	return TRUE;
}

gboolean
oq_opened_read_all(OqOpened *opened, GError **error)
{
	return read_to(opened, G_MAXUINT - 1, error) || opened->is_whole;
}

guint64
oq_opened_n_bytes(const OqOpened *opened)
{
	return opened->is_whole || opened->failure != NULL ? opened->n_bytes : 0;
}

guint64
oq_opened_guess_bytes(const OqOpened *opened)
{
	guint64 known = oq_opened_n_bytes(opened);
	if (known > 0 || opened->share == 0)
		return known;
	return opened->n_bytes * OQ_WIRE_WHOLE / MIN(opened->share, OQ_WIRE_WHOLE);
}

const char *
oq_opened_told(const OqOpened *opened, OqWireType type)
{
	g_return_val_if_fail(type < G_N_ELEMENTS(opened->told), NULL);
	return opened->told[type];
}

gboolean
oq_opened_lacks_landlock(const OqOpened *opened)
{
	return opened->lacks_landlock;
}

const GArray *
oq_opened_headings(const OqOpened *opened)
{
	return opened->headings;
}

const GArray *
oq_opened_pages(const OqOpened *opened)
{
	return opened->pages;
}

const GArray *
oq_opened_notes(const OqOpened *opened)
{
	return opened->notes;
}
