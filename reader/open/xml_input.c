/* xml_input.c - see the header. */
#include "open/xml_input.h"

#include "document/encoding.h"

#include <string.h>

enum { CHUNK_BYTES = 4096, DECLARATION_BYTES = 256 };

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

/* "encoding" of the declaration; NULL: none, or one that every parser knows. */
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
	char *value = g_strndup(name + 1, strcspn(name + 1, "\"'"));
	if (g_ascii_strncasecmp(value, "utf", 3) == 0)
		g_clear_pointer(&value, g_free);
	return value;
}

/* What the file names and nobody knows is left to the parser. */
static gboolean
begin(OqXmlInput *input, gsize n_bytes, GError **error)
{
	gboolean is_named = input->job != NULL && input->job->encoding != NULL;
	g_autofree char *name =
		is_named ? g_strdup(input->job->encoding) : declared(input->chunk, n_bytes);
	input->is_begun = TRUE;
	input->encoding = name != NULL ? oq_encoding_new(name, NULL) : NULL;
	if (!is_named || input->encoding != NULL)
		return TRUE;
	g_set_error(error, OQ_OPEN_ERROR, OQ_OPEN_ERROR_ENCODING, "%s", name);
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
