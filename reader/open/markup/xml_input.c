/* xml_input.c - see the header. */
#include "open/markup/xml_input.h"

#include "document/encodings/encoding.h"
#include "document/sniff.h"
#include "open/text_input.h"

#include <string.h>

enum {
	CHUNK_BYTES = 4096,
	DECLARATION_BYTES = 256,
	MANY_HIGH_BYTES = 8, /* fewer may be damage */
};

struct _OqXmlInput {
	const OqOpenJob *job; /* nullable, and then: */
	OqMember *member;     /* … or: */
	GBytes *bytes;
	guint64 offset;
	gboolean is_begun;
	OqEncoding *encoding; /* nullable */
	char chunk[CHUNK_BYTES];
	GString *text; /* decoded */
};

static OqXmlInput *
new_input(void)
{
	OqXmlInput *input = g_new0(OqXmlInput, 1);
	input->text = g_string_new(NULL);
	return input;
}

OqXmlInput *
oq_xml_input_new_member(OqMember *member)
{
	OqXmlInput *input = new_input();
	input->member = member;
	return input;
}

OqXmlInput *
oq_xml_input_new_bytes(GBytes *bytes)
{
	OqXmlInput *input = new_input();
	input->bytes = g_bytes_ref(bytes);
	return input;
}

OqXmlInput *
oq_xml_input_new_file(const OqOpenJob *job)
{
	OqXmlInput *input = new_input();
	input->job = job;
	return input;
}

void
oq_xml_input_free(OqXmlInput *input)
{
	if (input == NULL)
		return;
	oq_member_free(input->member);
	g_clear_pointer(&input->bytes, g_bytes_unref);
	oq_encoding_free(input->encoding);
	g_string_free(input->text, TRUE);
	g_free(input);
}

static gssize
copy_bytes(const OqXmlInput *input, char *bytes, gsize n_bytes)
{
	gsize n_all;
	const char *all = g_bytes_get_data(input->bytes, &n_all);
	n_bytes = MIN(n_bytes, n_all - (gsize)input->offset);
	if (n_bytes > 0)
		memcpy(bytes, all + input->offset, n_bytes);
	return (gssize)n_bytes;
}

static gssize
read_chunk(OqXmlInput *input, GError **error)
{
	gssize n;
	if (input->bytes != NULL)
		n = copy_bytes(input, input->chunk, CHUNK_BYTES);
	else if (input->job != NULL)
		n = oq_loader_read(input->job, input->offset, input->chunk, CHUNK_BYTES, error);
	else
		n = oq_member_read(input->member, input->chunk, CHUNK_BYTES, error);
	input->offset += (guint64)MAX(n, 0);
	return n;
}

/* (nullable): "encoding" of the declaration. */
static char *
declared(const char *bytes, gsize n_bytes)
{
	g_autofree char *head = g_strndup(bytes, MIN(n_bytes, DECLARATION_BYTES));
	const char *name = g_str_has_prefix(head, "<?xml") ? strstr(head, "encoding") : NULL;
	const char *end = strchr(head, '>');
	if (name == NULL || (end != NULL && name > end))
		return NULL;
	name += strcspn(name, "\"'");
	if (*name == '\0')
		return NULL;
	return g_strndup(name + 1, strcspn(name + 1, "\"'"));
}

static gsize
count_high(const char *bytes, gsize n_bytes)
{
	gsize n = 0;
	for (gsize i = 0; i < n_bytes; i++)
		n += ((guchar)bytes[i] & 0x80) != 0;
	return n;
}

/* Files that were converted by hand still name what they were in; others name UTF-8, as everybody
 * does. (nullable): the parser knows. */
static OqEncoding *
judge(const char *bytes, gsize n_bytes)
{
	gsize n_bom = 0, n_high = count_high(bytes, n_bytes);
	g_autofree char *name = declared(bytes, n_bytes);
	gboolean is_utf8 = name == NULL || g_ascii_strcasecmp(name, "utf-8") == 0;
	if (oq_sniff_bom(bytes, n_bytes, &n_bom) != NULL || memchr(bytes, '\0', n_bytes) != NULL)
		return NULL;
	if (is_utf8 && n_high < MANY_HIGH_BYTES)
		return NULL;
	OqEncoding *encoding = n_high == 0 ? oq_encoding_new(name, NULL)
					   : oq_text_input_choose(bytes,
						     oq_text_input_whole(bytes, n_bytes), name);
	return encoding != NULL || is_utf8 ? encoding : oq_encoding_new("UTF-8", NULL);
}

static gboolean
begin(OqXmlInput *input, gsize n_bytes, GError **error)
{
	const char *named = input->job != NULL ? input->job->encoding : NULL;
	input->is_begun = TRUE;
	input->encoding =
		named != NULL ? oq_encoding_new(named, NULL) : judge(input->chunk, n_bytes);
	if (named == NULL || input->encoding != NULL)
		return TRUE;
	g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_ENCODING, "%s", named);
	return FALSE;
}

const char *
oq_xml_input_next(OqXmlInput *input, gsize *n_bytes, GError **error)
{
	gssize n = read_chunk(input, error);
	if (n <= 0 || (!input->is_begun && !begin(input, (gsize)n, error)))
		return NULL;
	*n_bytes = (gsize)n;
	if (input->encoding == NULL)
		return input->chunk;
	g_string_truncate(input->text, 0);
	oq_encoding_decode(input->encoding, input->chunk, (gsize)n, input->text);
	*n_bytes = input->text->len;
	return input->text->str;
}

gboolean
oq_xml_input_is_decoded(const OqXmlInput *input)
{
	return input->encoding != NULL;
}

guint64
oq_xml_input_offset(const OqXmlInput *input)
{
	return input->offset;
}

gboolean
oq_xml_input_says(const char *head, const char *what)
{
	head += oq_sniff_utf8_bom(head, strlen(head));
	head += strspn(head, " \t\r\n");
	return *head == '<' && strstr(head, what) != NULL;
}
