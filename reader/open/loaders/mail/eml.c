/* eml.c - see the header. */
#include "open/loaders/mail/eml.h"

#include "document/sniff.h"
#include "open/loaders/mail/letter.h"
#include "open/loaders/mail/mht.h"
#include "open/loaders/mail/mime.h"
#include "open/text_input.h"

#include <libxml/parser.h>
#include <string.h>

/* A letter that was sent has one of these; a page that was saved as one has not. */
static const char *const sent[] = {"received", "to", "delivered-to", "return-path"};

static gboolean
has_field(const char *head, const char *name)
{
	g_autofree char *field = oq_mime_field(head, name);
	return field != NULL;
}

static OqFit
fit(const OqSample *sample)
{
	const char *head = oq_sniff_mail_fields(sample->head, sample->n_head);
	gboolean is_named = strcmp(sample->job->extension, "eml") == 0;
	gboolean has_fields = sample->archive == NULL && head != NULL;
	for (gsize i = 0; i < G_N_ELEMENTS(sent) && has_fields; i++)
		if (has_field(head, sent[i]))
			return OQ_FIT_SURE;
	if (has_fields && has_field(head, "mime-version"))
		return OQ_FIT_LIKELY;
	return is_named && sample->archive == NULL ? OQ_FIT_EXTENSION : OQ_FIT_NONE;
}

/* (transfer full) (nullable) */
static char *
name_of(const OqMimePart *part)
{
	g_autofree char *kind = oq_mime_field(part->header, "content-disposition");
	char *name = kind != NULL ? oq_mime_name(kind, "filename") : NULL;
	return name == NULL && part->type != NULL ? oq_mime_name(part->type, "name") : name;
}

static gboolean
is_attached(const OqMimePart *part)
{
	g_autofree char *kind = oq_mime_field(part->header, "content-disposition");
	return kind != NULL && g_ascii_strncasecmp(kind, "attachment", strlen("attachment")) == 0;
}

static gboolean
is_plain(const OqMimePart *part, gpointer data)
{
	(void)data;
	return (part->type == NULL || oq_mime_is_type(part, "text/plain")) && !is_attached(part);
}

static gboolean
is_page(const OqMimePart *part, gpointer data)
{
	(void)data;
	return oq_mime_is_type(part, "text/html") && !is_attached(part);
}

/* Pictures within the text have no disposition of an attachment: they are none. */
static gboolean
write_name(const OqMimePart *part, gpointer data)
{
	g_autofree char *name = is_attached(part) ? name_of(part) : NULL;
	if (name != NULL) {
		oq_block_writer_begin(data, OQ_BLOCK_ITEM, 1, NULL);
		oq_block_writer_text(data, name, -1);
		oq_block_writer_end(data);
	}
	return FALSE;
}

/* Айгүл Серікова <aigul@example.kz>: the name alone. */
static void
write_author(const char *from, OqBlockWriter *out)
{
	g_autofree char *name = oq_mime_words(from);
	char *address = strchr(name, '<');
	if (address != NULL && address > name)
		*address = '\0';
	g_strstrip(g_strdelimit(name, "\"<>", ' '));
	oq_block_writer_tell(out, OQ_WIRE_AUTHOR, name);
	oq_block_writer_begin(out, OQ_BLOCK_PARAGRAPH, 0, NULL);
	oq_block_writer_text(out, name, -1);
	oq_block_writer_end(out);
}

static void
write_head(const OqMimePart *whole, OqBlockWriter *out)
{
	g_autofree char *subject = oq_mime_field(whole->header, "subject");
	g_autofree char *from = oq_mime_field(whole->header, "from");
	g_autofree char *title = subject != NULL ? oq_mime_words(subject) : NULL;
	if (title != NULL && *title != '\0') {
		oq_block_writer_tell(out, OQ_WIRE_TITLE, title);
		oq_block_writer_begin(out, OQ_BLOCK_HEADING, 1, NULL);
		oq_block_writer_text(out, title, -1);
		oq_block_writer_end(out);
	}
	if (from != NULL)
		write_author(from, out);
}

static gboolean
write_plain(const OqOpenJob *job, const OqMimePart *part, OqBlockWriter *out, GError **error)
{
	GString *bytes = oq_mime_bytes(part);
	GString *text =
		oq_text_input_decode(bytes->str, bytes->len, job->encoding, part->charset, error);
	g_string_free(bytes, TRUE);
	if (text == NULL)
		return FALSE;
	oq_letter_write(text->str, out);
	g_string_free(text, TRUE);
	return TRUE;
}

/* The plain text, which is nothing but what was written, or else the page. */
static gboolean
write_text(const OqOpenJob *job, const OqMimePart *whole, OqBlockWriter *out, GError **error)
{
	OqMimePart part = {NULL, NULL, NULL, NULL, NULL, 0};
	gboolean is_written = TRUE;
	if (oq_mime_find(whole, is_plain, NULL, &part))
		is_written = write_plain(job, &part, out, error);
	else if (oq_mime_find(whole, is_page, NULL, &part))
		is_written = oq_mht_load_page(job, &part, out, error);
	oq_mime_part_clear(&part);
	return is_written;
}

/* Without a header. */
static OqMimePart
letter_alone(const char *text, gsize n_bytes)
{
	return (OqMimePart){g_strdup(""), NULL, NULL, NULL, text, n_bytes};
}

static gboolean
load(const OqOpenJob *job, OqBlockWriter *out, GError **error)
{
	g_autoptr(GBytes) bytes = oq_text_input_read(job, error);
	if (bytes == NULL)
		return FALSE;
	gsize n_bytes;
	const char *data = g_bytes_get_data(bytes, &n_bytes), *text = data != NULL ? data : "";
	const char *fields = oq_sniff_mail_fields(text, n_bytes);
	OqMimePart whole =
		fields != NULL ? oq_mime_read(fields, text + n_bytes) : letter_alone(text, n_bytes);
	OqMimePart none = {NULL, NULL, NULL, NULL, NULL, 0};
	write_head(&whole, out);
	gboolean is_written = write_text(job, &whole, out, error);
	oq_mime_find(&whole, write_name, out, &none);
	oq_mime_part_clear(&whole);
	return is_written;
}

const OqLoader oq_loader_eml = {"eml", fit, xmlInitParser, load};
