/* document.c - see the header. */
#include "document/document.h"

#include "document/encoding.h"
#include "document/sniff.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define BLOCK_BYTES 65536
#define SNIFF_BYTES 4096

struct _OqDocument {
	int fd;
	char *name;           /* for messages */
	OqEncoding *encoding; /* NULL: UTF-8 */
	GString *ready;       /* decoded, or the block that was looked at */
	gsize n_taken;        /* of ready, by the caller */
	gboolean ended;
};

G_DEFINE_QUARK(oq_document_error, oq_document_error)

void
oq_document_free(OqDocument *document)
{
	if (document == NULL)
		return;
	if (document->fd > STDIN_FILENO)
		close(document->fd);
	oq_encoding_free(document->encoding);
	g_string_free(document->ready, TRUE);
	g_free(document->name);
	g_free(document);
}

static gboolean
set_unreadable(const OqDocument *document, int why, GError **error)
{
	g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_UNREADABLE,
		_("%s cannot be read: %s"), document->name, g_strerror(why));
	return FALSE;
}

static gboolean
open_file(OqDocument *document, const char *path, GError **error)
{
	struct stat status;

	document->fd = open(path, O_RDONLY | O_CLOEXEC);
	if (document->fd < 0 && (errno == ENOENT || errno == ENOTDIR)) {
		g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_MISSING,
			_("%s: there is no such file"), document->name);
		return FALSE;
	}
	if (document->fd < 0 || fstat(document->fd, &status) != 0)
		return set_unreadable(document, errno, error);
	if (S_ISDIR(status.st_mode)) {
		g_set_error(error, OQ_DOCUMENT_ERROR, OQ_DOCUMENT_ERROR_UNREADABLE,
			_("%s is a folder: name a file in it"), document->name);
		return FALSE;
	}
	return TRUE;
}

static gssize
read_block(OqDocument *document, char *buffer, gsize size, GError **error)
{
	ssize_t n_read;

	do
		n_read = read(document->fd, buffer, size);
	while (n_read < 0 && errno == EINTR);
	if (n_read < 0)
		set_unreadable(document, errno, error);
	document->ended = n_read == 0;
	return n_read;
}

/* Takes what one read gives: a pipe may have no more to say for a while. */
static gboolean
begin(OqDocument *document, GError **error)
{
	g_autofree char *block = g_malloc(BLOCK_BYTES);
	gssize n_read = read_block(document, block, BLOCK_BYTES, error);
	gsize skip = 0;

	if (n_read < 0)
		return FALSE;
	if (document->encoding == NULL) {
		const char *encoding = oq_sniff_bom(block, (gsize)n_read, &skip);
		if (encoding != NULL &&
			(document->encoding = oq_encoding_new(encoding, error)) == NULL)
			return FALSE;
		gsize n_sniffed = MIN((gsize)n_read, SNIFF_BYTES);
		if (encoding == NULL && !oq_sniff_check(block, n_sniffed, document->name, error))
			return FALSE;
	}
	if (document->encoding != NULL)
		oq_encoding_decode(
			document->encoding, block + skip, (gsize)n_read - skip, document->ready);
	else
		g_string_append_len(document->ready, block, n_read);
	return TRUE;
}

OqDocument *
oq_document_open(const char *path, const char *encoding, GError **error)
{
	gboolean is_stdin = g_str_equal(path, "-");
	g_autoptr(OqDocument) document = g_new0(OqDocument, 1);

	document->fd = is_stdin ? STDIN_FILENO : -1;
	document->name = is_stdin ? g_strdup(_("Standard input")) : g_filename_display_name(path);
	document->ready = g_string_new(NULL);
	if (encoding != NULL && (document->encoding = oq_encoding_new(encoding, error)) == NULL)
		return NULL;
	if ((!is_stdin && !open_file(document, path, error)) || !begin(document, error))
		return NULL;
	return g_steal_pointer(&document);
}

/* Until there is decoded text or the end. */
static gboolean
decode_more(OqDocument *document, GError **error)
{
	g_autofree char *block = g_malloc(BLOCK_BYTES);

	while (document->n_taken == document->ready->len && !document->ended) {
		gssize n_read = read_block(document, block, BLOCK_BYTES, error);
		if (n_read < 0)
			return FALSE;
		g_string_truncate(document->ready, 0);
		document->n_taken = 0;
		oq_encoding_decode(document->encoding, block, (gsize)n_read, document->ready);
		if (document->ended)
			oq_encoding_finish(document->encoding, document->ready);
	}
	return TRUE;
}

gssize
oq_document_read(OqDocument *document, char *buffer, gsize size, GError **error)
{
	if (document->n_taken == document->ready->len && !document->ended) {
		if (document->encoding == NULL)
			return read_block(document, buffer, size, error);
		if (!decode_more(document, error))
			return -1;
	}
	gsize n_bytes = MIN(size, document->ready->len - document->n_taken);
	memcpy(buffer, document->ready->str + document->n_taken, n_bytes);
	document->n_taken += n_bytes;
	return (gssize)n_bytes;
}
