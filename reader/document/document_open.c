/* document_open.c - names of files and folders become a document: see document.h. */
#include "document/document-private.h"
#include "document/folder.h"
#include "document/title.h"

#include <glib/gi18n.h>
#include <string.h>

static char *
title_of(const char *path)
{
	return strcmp(path, "-") == 0 ? g_strdup(_("Standard input")) : oq_title_of_file(path);
}

/* What was named is there, and a text; what gives its bytes only once is looked at in its turn. */
static gboolean
check(OqDocument *document, const char *path, GError **error)
{
	OqDocumentWish wish = document->wish;
	g_autoptr(OqPart) part = oq_part_new(path, NULL);
	wish.follows = FALSE;
	return oq_part_is_pipe(part) || oq_part_open(part, &wish, document->stop, error);
}

static gboolean
add_names(OqDocument *document, const char *const *paths, GPtrArray *files, GError **error)
{
	gboolean is_one = paths[1] == NULL;
	for (gsize i = 0; paths[i] != NULL; i++) {
		if (oq_folder_is_one(paths[i])) {
			if (!oq_folder_list(paths[i], document->wish.encoding, document->stop,
				    files, document->notices, error))
				return FALSE;
		} else if (is_one || check(document, paths[i], error)) {
			g_ptr_array_add(files, g_strdup(paths[i]));
		} else {
			return FALSE;
		}
	}
	return TRUE;
}

static void
add_heading(OqDocument *document, guint file)
{
	OqHeading heading = {
		oq_document_place(file, 0), 1, oq_document_part(document, file)->title};
	g_array_append_val(document->outline, heading);
}

static void
add_parts(OqDocument *document)
{
	document->n_files = g_strv_length(document->paths);
	for (guint i = 0; i < document->n_files; i++) {
		const char *path = document->paths[i];
		oq_document_add(document, oq_part_new(path, title_of(path)));
		if (document->n_files > 1)
			add_heading(document, i);
	}
}

/* The first one that can be read. */
static gboolean
enter_first(OqDocument *document, GError **error)
{
	for (guint i = 0;; i++) {
		g_autoptr(GError) failure = NULL;
		if (oq_document_enter(document, i, &failure))
			return TRUE;
		if (!oq_document_pass_over(document, g_steal_pointer(&failure), error))
			return FALSE;
	}
}

/* (nullable): what the first file says of itself. */
static const char *
told(const OqDocument *document, OqWireType type)
{
	const OqPart *part = oq_document_part(document, document->at);
	OqOpened *opened = part->chapter != NULL ? oq_chapter_opened(part->chapter) : NULL;
	return opened != NULL ? oq_opened_told(opened, type) : NULL;
}

OqDocument *
oq_document_open_all(
	const char *const *paths, const OqDocumentWish *wish, GCancellable *stop, GError **error)
{
	g_return_val_if_fail(paths != NULL && paths[0] != NULL, NULL);
	g_autoptr(OqDocument) document = oq_document_make(wish, stop);
	g_autoptr(GPtrArray) files = g_ptr_array_new_with_free_func(g_free);
	if (!add_names(document, paths, files, error))
		return NULL;
	g_ptr_array_add(files, NULL);
	document->paths = (char **)g_ptr_array_steal(files, NULL);
	add_parts(document);
	if (!enter_first(document, error))
		return NULL;
	const char *own_title = told(document, OQ_WIRE_TITLE);
	if (document->n_files == 1)
		document->author = g_strdup(told(document, OQ_WIRE_AUTHOR));
	document->title = own_title != NULL && document->n_files == 1 ? g_strdup(own_title)
			  : paths[1] == NULL && oq_folder_is_one(paths[0])
				  ? oq_title_of_folder(paths[0])
				  : g_strdup(oq_document_part(document, 0)->title);
	oq_document_measure(document);
	return g_steal_pointer(&document);
}

OqDocument *
oq_document_open(const char *path, const char *encoding, GCancellable *stop, GError **error)
{
	const char *const paths[] = {path, NULL};
	const OqDocumentWish wish = {.encoding = encoding};
	return oq_document_open_all(paths, &wish, stop, error);
}
