/* ole.c - see the header. */
#include "open/ole.h"

#include "document/sniff.h"

#include <string.h>

enum {
	HEAD_BYTES = 52,
	AT_SHIFT = 30,     /* two bytes: a sector is 1 << so many bytes */
	AT_DIRECTORY = 48, /* four bytes: the number of its first sector */
	MAX_SHIFT = 12,
	DIRECTORY_BYTES = 4096,
	ENTRY_BYTES = 128, /* of the directory; it begins with its name */
	AT_START = 116,    /* of an entry, four bytes: its first sector */
	WORD_BYTES = 12,
	WORD_MARK = 0xA5EC,
	AT_FLAGS = 10, /* of a text of Word's, two bytes */
	FLAG_LOCKED = 0x100,
};

/** Names of the directory, in small letters: they are the same in any case. */
static const struct {
	const char *name;
	OqOleKind kind;
} names[] = {{"encryptedpackage", OQ_OLE_LOCKED}, {"workbook", OQ_OLE_SHEETS},
	{"book", OQ_OLE_SHEETS}, {"powerpoint document", OQ_OLE_SLIDES}};

static const char text_name[] = "worddocument";

static guint64
number_at(const guint8 *bytes, guint n_bytes)
{
	guint64 number = 0;
	while (n_bytes-- > 0)
		number = number << 8 | bytes[n_bytes];
	return number;
}

/* In UTF-16LE. */
static gboolean
has_name(const guint8 *entry, const char *name)
{
	gsize i = 0;
	for (; name[i] != '\0'; i++)
		if (g_ascii_tolower((char)entry[2 * i]) != name[i] || entry[2 * i + 1] != 0)
			return FALSE;
	return entry[2 * i] == 0 && entry[2 * i + 1] == 0;
}

/* A text of Word's that begins in that sector. */
static OqOleKind
kind_of_text(const OqOpenJob *job, guint64 sector, guint64 shift)
{
	guint8 text[WORD_BYTES];
	gssize n = oq_loader_read(job, (sector + 1) << shift, text, sizeof text, NULL);
	gboolean is_locked = n == sizeof text && number_at(text, 2) == WORD_MARK &&
			     (number_at(text + AT_FLAGS, 2) & FLAG_LOCKED) != 0;
	return is_locked ? OQ_OLE_LOCKED : OQ_OLE_OTHER;
}

static OqOleKind
kind_of_entry(const guint8 *entry)
{
	for (gsize i = 0; i < G_N_ELEMENTS(names); i++)
		if (has_name(entry, names[i].name))
			return names[i].kind;
	return OQ_OLE_OTHER;
}

/* A text may hold sheets. */
OqOleKind
oq_ole_kind(const OqOpenJob *job)
{
	guint8 head[HEAD_BYTES], directory[DIRECTORY_BYTES];
	gssize n_head = oq_loader_read(job, 0, head, sizeof head, NULL);
	if (n_head < 0 || !oq_sniff_is_ole((const char *)head, (gsize)n_head))
		return OQ_OLE_NONE;
	if (n_head < (gssize)sizeof head)
		return OQ_OLE_OTHER;
	OqOleKind kind = OQ_OLE_OTHER;
	guint64 shift = MIN(number_at(head + AT_SHIFT, 2), MAX_SHIFT);
	guint64 offset = (number_at(head + AT_DIRECTORY, 4) + 1) << shift;
	gssize n = oq_loader_read(job, offset, directory, sizeof directory, NULL);
	for (gssize i = 0; i + ENTRY_BYTES <= n; i += ENTRY_BYTES) {
		const guint8 *entry = directory + i;
		if (has_name(entry, text_name))
			return kind_of_text(job, number_at(entry + AT_START, 4), shift);
		if (kind == OQ_OLE_OTHER)
			kind = kind_of_entry(entry);
	}
	return kind;
}
