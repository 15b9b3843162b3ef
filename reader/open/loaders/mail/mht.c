/* mht.c - see the header. */
#include "open/loaders/mail/mht.h"

#include "open/loaders/html/html.h"
#include "open/loaders/html/html_tree.h"
#include "open/loaders/mail/mime.h"
#include "open/text_input.h"

#include <libxml/parser.h>
#include <string.h>

static OqFit
fit(const OqSample *sample)
{
	g_autofree char *head = g_ascii_strdown(sample->head, -1);
	const char *type = strstr(head, "content-type:");
	if (sample->archive != NULL || type == NULL || strstr(head, "mime-version:") == NULL)
		return OQ_FIT_NONE;
	return strstr(type, "multipart/related") != NULL ? OQ_FIT_SURE : OQ_FIT_NONE;
}

static gboolean
is_page(const OqMimePart *part, gpointer data)
{
	(void)data;
	return oq_mime_is_type(part, "text/html");
}

gboolean
oq_mht_load_page(const OqOpenJob *job, const OqMimePart *part, OqBlockWriter *out, GError **error)
{
	GString *bytes = oq_mime_bytes(part);
	g_autofree char *declared = part->charset != NULL
					    ? g_strdup(part->charset)
					    : oq_html_tree_declared(bytes->str, bytes->len);
	GString *text =
		oq_text_input_decode(bytes->str, bytes->len, job->encoding, declared, error);
	g_string_free(bytes, TRUE);
	if (text == NULL)
		return FALSE;
	gboolean is_loaded = oq_html_load(job, text->str, text->len, out, error);
	g_string_free(text, TRUE);
	return is_loaded;
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(GBytes) bytes = oq_text_input_read(job, error);
	if (bytes == NULL)
		return FALSE;
	gsize n_bytes;
	const char *data = g_bytes_get_data(bytes, &n_bytes), *text = data != NULL ? data : "";
	OqMimePart whole = oq_mime_read(text, text + n_bytes);
	OqMimePart page = {NULL, NULL, NULL, NULL, NULL, 0};
	gboolean is_found = oq_mime_find(&whole, is_page, NULL, &page);
	gboolean is_loaded = is_found && oq_mht_load_page(job, &page, out, error);
	if (!is_found)
		g_set_error_literal(
			error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_DAMAGED, "MHTML: no page in it");
	oq_mime_part_clear(&whole);
	oq_mime_part_clear(&page);
	return is_loaded;
}

const OqLoader oq_loader_mht = {"mht", fit, xmlInitParser, load};
