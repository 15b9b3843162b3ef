/* part.c - see the header. */
#include "document/part.h"

#include <string.h>
#include <sys/stat.h>

OqPart *
oq_part_new(const char *path, char *title)
{
	OqPart *part = g_new0(OqPart, 1);
	part->path = g_strdup(path);
	part->title = title;
	part->first = G_MAXUINT64;
	part->notes = g_array_new(FALSE, FALSE, sizeof(OqOpenedNotes));
	return part;
}

OqPart *
oq_part_new_text(const char *text, gsize n_bytes)
{
	OqPart *part = oq_part_new(NULL, NULL);
	part->chapter = oq_chapter_new_text(text, n_bytes);
	return part;
}

void
oq_part_free(OqPart *part)
{
	if (part == NULL)
		return;
	oq_chapter_free(part->chapter);
	oq_chapter_forget(&part->memory);
	g_array_unref(part->notes);
	g_free(part->path);
	g_free(part->title);
	g_free(part);
}

gboolean
oq_part_open(OqPart *part, const OqDocumentWish *wish, GCancellable *stop, GError **error)
{
	if (part->chapter != NULL)
		return TRUE;
	part->chapter = oq_chapter_open(part->path, wish, stop, error);
	if (part->chapter == NULL)
		return FALSE;
	oq_chapter_recall(part->chapter, &part->memory);
	return TRUE;
}

static void
shut(OqPart *part)
{
	part->n_bad_bytes = oq_part_n_bad_bytes(part);
	g_clear_pointer(&part->chapter, oq_chapter_free);
}

void
oq_part_close(OqPart *part)
{
	if (part->chapter == NULL || part->path == NULL || strcmp(part->path, "-") == 0 ||
		!oq_chapter_is_seekable(part->chapter))
		return;
	oq_chapter_remember(part->chapter, &part->memory);
	shut(part);
}

void
oq_part_give_up(OqPart *part)
{
	part->is_gone = TRUE;
	shut(part);
}

guint64
oq_part_size(const OqPart *part)
{
	struct stat status;
	if (part->chapter != NULL)
		return oq_chapter_guess_bytes(part->chapter);
	if (part->path == NULL || stat(part->path, &status) != 0 || !S_ISREG(status.st_mode))
		return 0;
	return (guint64)status.st_size;
}

gboolean
oq_part_is_pipe(const OqPart *part)
{
	struct stat status;
	return part->path == NULL || strcmp(part->path, "-") == 0 ||
	       (stat(part->path, &status) == 0 && !S_ISREG(status.st_mode));
}

guint64
oq_part_n_bad_bytes(const OqPart *part)
{
	if (part->chapter == NULL)
		return part->n_bad_bytes;
	return oq_chapter_n_bad_bytes(part->chapter);
}
